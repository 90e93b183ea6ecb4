/** What the tests use of ucum-lhc, which has no types of its own. */
declare module '@lhncbc/ucum-lhc' {
  interface Converted {
    readonly status: 'succeeded' | 'failed' | 'error'
    /** Null on failure; not said here, since a test that reckons with it fails then as it should. */
    readonly toVal: number
    readonly msg: readonly string[]
  }
  interface UcumLhcUtils {
    convertUnitTo(
      from: string,
      value: number,
      to: string,
      options?: { readonly molecularWeight?: number | undefined },
    ): Converted
    validateUnitString(unit: string): {
      readonly status: 'valid' | 'invalid' | 'error'
      readonly msg: readonly string[]
    }
  }
  const ucum: { readonly UcumLhcUtils: { getInstance(): UcumLhcUtils } }
  export default ucum
}

import type { Command } from 'commander'
import type { Io } from '../io.ts'
import { SYNTH_FORMATS, type SynthFlags } from './flags.ts'

/** Adds `scansion synth` with its options. Example: `addSynth(program, io, (code) => exit(code))`. */
export function addSynth(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('synth')
    .showHelpAfterError('See: scansion synth --help')
    .description(
      'made-up histories of people with POEMS, with what mimics it and with neither, and what is true of each',
    )
    .requiredOption('--format <format>', `what to write: ${SYNTH_FORMATS.join(', ')}`)
    .option('--persons <number>', 'how many', '100')
    .option('--seed <number>', 'a whole number: the same seed makes the same people', '1')
    .option(
      '--mix <name>',
      'study (a third with POEMS) or population (nearly all ordinary, 250 of a million with POEMS)',
      'study',
    )
    .option('--dirt <rates>', 'usual, none, heavy, or usual with some changed: no-unit=0.2,words=0', 'usual')
    .option('--layout <name>', 'of fhir: bundles (a line each) or resources (as a bulk export mixes them)', 'bundles')
    .option('--parquet', 'of omop: Parquet files instead of CSV')
    .option('--out <path>', 'a file, or for omop a folder; without it standard output')
    .option('--truth <file>', 'where the ground truth goes; default: beside --out')
    .action(async (options: SynthFlags) => {
      const { synthCommand } = await import('../commands/synth.ts')
      done(await synthCommand(options, io))
    })
}

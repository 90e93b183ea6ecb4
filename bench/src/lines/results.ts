/** A test of a laboratory or of a consultation, by its LOINC code and name, with limits for made-up values. */
export interface Result {
  readonly code: string
  readonly display: string
  readonly unit: string
  readonly low: number
  readonly high: number
}

function result(code: string, display: string, unit: string, low: number, high: number): Result {
  return { code, display, unit, low, high }
}

/** Tests that mean something to the vocabulary: in exports of general records about one result in eight. */
export const CODED: readonly Result[] = [
  result('38483-4', 'Creatinine [Mass/volume] in Blood', 'mg/dL', 0.6, 1.2),
  result('4548-4', 'Hemoglobin A1c/Hemoglobin.total in Blood', '%', 4, 6),
  result('718-7', 'Hemoglobin [Mass/volume] in Blood', 'g/dL', 12, 16),
  result('777-3', 'Platelets [#/volume] in Blood by Automated count', '10*3/uL', 150, 400),
  result('1751-7', 'Albumin [Mass/volume] in Serum or Plasma', 'g/dL', 3.5, 5),
  result('3016-3', 'Thyrotropin [Units/volume] in Serum or Plasma', 'm[IU]/L', 0.4, 4),
]

/** Tests that have nothing to do with POEMS. */
export const NOISE: readonly Result[] = [
  result('8302-2', 'Body height', 'cm', 150, 190),
  result('29463-7', 'Body weight', 'kg', 50, 110),
  result('39156-5', 'Body mass index (BMI) [Ratio]', 'kg/m2', 18, 30),
  result('2339-0', 'Glucose [Mass/volume] in Blood', 'mg/dL', 70, 100),
  result('2947-0', 'Sodium [Moles/volume] in Blood', 'mmol/L', 136, 144),
  result('6298-4', 'Potassium [Moles/volume] in Blood', 'mmol/L', 3.7, 5.2),
  result('2069-3', 'Chloride [Moles/volume] in Blood', 'mmol/L', 101, 111),
  result('20565-8', 'Carbon dioxide, total [Moles/volume] in Blood', 'mmol/L', 20, 29),
  result('2093-3', 'Cholesterol [Mass/volume] in Serum or Plasma', 'mg/dL', 150, 200),
  result('2571-8', 'Triglyceride [Mass/volume] in Serum or Plasma', 'mg/dL', 100, 150),
  result('2085-9', 'Cholesterol in HDL [Mass/volume] in Serum or Plasma', 'mg/dL', 40, 60),
  result('787-2', 'MCV [Entitic volume] by Automated count', 'fL', 80, 95),
  result('785-6', 'MCH [Entitic mass] by Automated count', 'pg', 27, 33),
  result('786-4', 'MCHC [Mass/volume] by Automated count', 'g/dL', 33, 36),
  result('6690-2', 'Leukocytes [#/volume] in Blood by Automated count', '10*3/uL', 4, 11),
  result('789-8', 'Erythrocytes [#/volume] in Blood by Automated count', '10*6/uL', 4.5, 5.9),
]

-- Mayo criteria (Dispenzieri), rule of 2007 as restated 2012–2023 (mayo-2007) [hit12, table 1; ajh23, abstract; s4, Diagnostic Criteria]
-- Reads scansion_person, scansion_fact, scansion_course and scansion_complete: facts as Scansion has prepared them,
-- days as whole numbers since 1970-01-01. A day that is not stated is NULL there and -1000000000 below.
WITH
-- Whom is asked about, and the last day that is known of them.
"persons" AS (
  SELECT "person", COALESCE("as_of", 1000000000) AS "as_of"
  FROM "scansion_person"
),
-- Facts count from their last possible day on; those without a day count always.
"known" AS (
  SELECT f."person", f."key", f."status", f."choice", f."qualitative", f."value", f."comparator", f."low", f."low_open", f."high", f."high_open", f."limit_low", f."limit_high", f."specimen", f."method", f."site", f."assay", f."explained_by", f."course",
    COALESCE(f."from_day", -1000000000) AS "from_day", COALESCE(f."to_day", -1000000000) AS "to_day"
  FROM "scansion_fact" f JOIN "persons" p ON p."person" = f."person"
  WHERE COALESCE(f."to_day", -1000000000) <= p."as_of"
),
-- The first day of a treatment directed at the plasma cells, given in a course.
"treated" AS (
  SELECT "person", MIN("from_day") AS "treated_from"
  FROM "known"
  WHERE "course" IS NOT NULL AND "from_day" > -1000000000
    AND "key" IN ('asct', 'bispecific-antibody', 'bortezomib', 'car-t', 'carfilzomib', 'cyclophosphamide', 'daratumumab', 'lenalidomide', 'melphalan', 'pomalidomide', 'radiotherapy', 'thalidomide')
  GROUP BY "person"
),
-- Each fact with 1 where it is from before treatment, or from its first day; all are where none is dated.
"facts" AS (
  SELECT k.*,
    CASE WHEN t."treated_from" IS NULL OR k."to_day" <= t."treated_from" THEN 1 ELSE 0 END AS "untreated"
  FROM "known" k LEFT JOIN "treated" t ON t."person" = k."person"
),
-- What each fact says to each question: 1 yes, 0 no, 2 open.
"readings" AS (
  -- 1: Polyneuropathy: finding, ever
  SELECT "person", 1 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'polyneuropathy' AND "status" IS NOT NULL
  UNION ALL
  -- 2: Treated as: one-of cidp, gbs, diabetic-neuropathy, mgus-neuropathy, ever, our own proposal
  SELECT "person", 2 AS "leaf", 'ever beside' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE WHEN "status" = 'equivocal' THEN 2 WHEN "choice" IN ('cidp', 'gbs', 'diabetic-neuropathy', 'mgus-neuropathy') THEN 1 ELSE 0 END AS "says"
  FROM "facts"
  WHERE "key" = 'treated-as' AND ("status" = 'equivocal' OR ("choice" IS NOT NULL AND ("status" IS NULL OR "status" <> 'absent')))
  UNION ALL
  -- 3: Sensory neuropathy: finding, ever
  SELECT "person", 3 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'neuropathy-sensory' AND "status" IS NOT NULL
  UNION ALL
  -- 4: Motor neuropathy: finding, ever
  SELECT "person", 4 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'neuropathy-motor' AND "status" IS NOT NULL
  UNION ALL
  -- 5: Symmetric neuropathy: finding, ever
  SELECT "person", 5 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'neuropathy-symmetric' AND "status" IS NOT NULL
  UNION ALL
  -- 6: Neuropathy of distal onset: finding, ever
  SELECT "person", 6 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'neuropathy-distal-onset' AND "status" IS NOT NULL
  UNION ALL
  -- 7: Demyelination on nerve conduction study: finding, ever
  SELECT "person", 7 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'ncs-demyelinating' AND "status" IS NOT NULL
  UNION ALL
  -- 8: Axonal loss on nerve conduction study: finding, ever
  SELECT "person", 8 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'ncs-axonal' AND "status" IS NOT NULL
  UNION ALL
  -- 9: M-protein on serum immunofixation: finding, ever
  SELECT "person", 9 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'm-protein-ife' AND "status" IS NOT NULL
  UNION ALL
  -- 10: M-protein in urine: finding, ever
  SELECT "person", 10 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'm-protein-urine' AND "status" IS NOT NULL
  UNION ALL
  -- 11: M-protein on serum protein electrophoresis: finding, ever
  SELECT "person", 11 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'm-protein-spep' AND "status" IS NOT NULL
  UNION ALL
  -- 12: Monoclonal protein, test not named: finding, ever
  SELECT "person", 12 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'monoclonal-protein' AND "status" IS NOT NULL
  UNION ALL
  -- 13: Clonal plasma cells in the marrow: finding, ever
  SELECT "person", 13 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'clonal-marrow-plasma-cells' AND "status" IS NOT NULL
  UNION ALL
  -- 14: Plasmacytoma: finding, ever
  SELECT "person", 14 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'plasmacytoma' AND "status" IS NOT NULL
  UNION ALL
  -- 15: clonal-plasma-cell-disorder "a clonal plasma-cell disorder in the judgement of a clinician": finding, ever
  SELECT "person", 15 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'clonal-plasma-cell-disorder' AND "status" IS NOT NULL
  UNION ALL
  -- 16: Monoclonal gammopathy (MGUS), as a diagnosis: finding, ever, our own proposal
  SELECT "person", 16 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'mgus' AND "status" IS NOT NULL
  UNION ALL
  -- 17: Multiple myeloma, as a diagnosis: finding, ever, our own proposal
  SELECT "person", 17 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'multiple-myeloma' AND "status" IS NOT NULL
  UNION ALL
  -- 18: Sclerotic bone lesion: finding, ever
  SELECT "person", 18 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'sclerotic-bone-lesion' AND "status" IS NOT NULL
  UNION ALL
  -- 19: Mixed lytic and sclerotic bone lesion: finding, ever
  SELECT "person", 19 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'mixed-bone-lesion' AND "status" IS NOT NULL
  UNION ALL
  -- 20: Lytic bone lesion: finding, ever
  SELECT "person", 20 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'lytic-bone-lesion' AND "status" IS NOT NULL
  UNION ALL
  -- 21: Castleman disease on histology: finding, ever
  SELECT "person", 21 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'castleman-histology' AND "status" IS NOT NULL
  UNION ALL
  -- 22: Castleman disease, as a diagnosis: finding, ever, our own proposal
  SELECT "person", 22 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'castleman-disease' AND "status" IS NOT NULL
  UNION ALL
  -- 23: sclerotic-lesion "a sclerotic lesion in the judgement of a clinician": finding, ever
  SELECT "person", 23 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'sclerotic-lesion' AND "status" IS NOT NULL
  UNION ALL
  -- 24: VEGF in serum: is above the limit of the laboratory, or without one >= 1000 pg/mL, before-treatment [hit12, table 1; mhlw24, page 79]
  SELECT "person", 24 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND "low" >= 1000E0 THEN 1
      ELSE 2
    END AS "says"
  FROM "facts"
  WHERE "key" = 'vegf-serum' AND "untreated" = 1
  UNION ALL
  -- 25: VEGF in plasma: is above the limit of the laboratory, or without one > 200 pg/mL, before-treatment [hit12, table 1, footnote; dsou11, abstract]
  SELECT "person", 25 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND ("low" > 200E0 OR ("low" = 200E0 AND "low_open")) THEN 1
      ELSE 2
    END AS "says"
  FROM "facts"
  WHERE "key" = 'vegf-plasma' AND "untreated" = 1
  UNION ALL
  -- 26: VEGF, specimen not named: is above the limit of the laboratory, or without one >= 1000 pg/mL, before-treatment, our own proposal
  SELECT "person", 26 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND "low" >= 1000E0 THEN 1
      ELSE 2
    END AS "says"
  FROM "facts"
  WHERE "key" = 'vegf-unspecified' AND "untreated" = 1
  UNION ALL
  -- 27: VEGF in serum: is above the limit of the laboratory, or without one >= 1000 pg/mL, ever, our own proposal
  SELECT "person", 27 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND "low" >= 1000E0 THEN 1
      ELSE 2
    END AS "says"
  FROM "facts"
  WHERE "key" = 'vegf-serum'
  UNION ALL
  -- 28: VEGF in plasma: is above the limit of the laboratory, or without one > 200 pg/mL, ever, our own proposal
  SELECT "person", 28 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND ("low" > 200E0 OR ("low" = 200E0 AND "low_open")) THEN 1
      ELSE 2
    END AS "says"
  FROM "facts"
  WHERE "key" = 'vegf-plasma'
  UNION ALL
  -- 29: VEGF, specimen not named: is above the limit of the laboratory, or without one >= 1000 pg/mL, ever, our own proposal
  SELECT "person", 29 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND "low" >= 1000E0 THEN 1
      ELSE 2
    END AS "says"
  FROM "facts"
  WHERE "key" = 'vegf-unspecified'
  UNION ALL
  -- 30: VEGF in serum: is above the limit of the laboratory, before-treatment
  SELECT "person", 30 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      ELSE 2
    END AS "says"
  FROM "facts"
  WHERE "key" = 'vegf-serum' AND "untreated" = 1
  UNION ALL
  -- 31: VEGF in plasma: is above the limit of the laboratory, before-treatment
  SELECT "person", 31 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      ELSE 2
    END AS "says"
  FROM "facts"
  WHERE "key" = 'vegf-plasma' AND "untreated" = 1
  UNION ALL
  -- 32: Enlarged liver: finding, ever
  SELECT "person", 32 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hepatomegaly' AND "status" IS NOT NULL
  UNION ALL
  -- 33: Enlarged spleen: finding, ever
  SELECT "person", 33 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'splenomegaly' AND "status" IS NOT NULL
  UNION ALL
  -- 34: Enlarged lymph nodes: finding, ever
  SELECT "person", 34 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'lymphadenopathy' AND "status" IS NOT NULL
  UNION ALL
  -- 35: Enlarged lymph nodes in several regions: finding, ever
  SELECT "person", 35 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'multicentric-lymphadenopathy' AND "status" IS NOT NULL
  UNION ALL
  -- 36: organomegaly "organomegaly in the judgement of a clinician": finding, ever
  SELECT "person", 36 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'organomegaly' AND "status" IS NOT NULL
  UNION ALL
  -- 37: Peripheral oedema: finding, ever
  SELECT "person", 37 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'peripheral-edema' AND "status" IS NOT NULL
  UNION ALL
  -- 38: Pleural effusion: finding, ever
  SELECT "person", 38 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'pleural-effusion' AND "status" IS NOT NULL
  UNION ALL
  -- 39: Ascites: finding, ever
  SELECT "person", 39 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'ascites' AND "status" IS NOT NULL
  UNION ALL
  -- 40: Anasarca: finding, ever
  SELECT "person", 40 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'anasarca' AND "status" IS NOT NULL
  UNION ALL
  -- 41: Pericardial effusion: finding, ever [mhlw24, page 79; mayolab20, case text]
  SELECT "person", 41 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'pericardial-effusion' AND "status" IS NOT NULL
  UNION ALL
  -- 42: volume-overload "extravascular overload in the judgement of a clinician": finding, ever
  SELECT "person", 42 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'volume-overload' AND "status" IS NOT NULL
  UNION ALL
  -- 43: Peripheral oedema: finding, ever
  SELECT "person", 43 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'peripheral-edema' AND "status" IS NOT NULL AND "explained_by" IS NULL
  UNION ALL
  -- 44: Pleural effusion: finding, ever
  SELECT "person", 44 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'pleural-effusion' AND "status" IS NOT NULL AND "explained_by" IS NULL
  UNION ALL
  -- 45: Ascites: finding, ever
  SELECT "person", 45 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'ascites' AND "status" IS NOT NULL AND "explained_by" IS NULL
  UNION ALL
  -- 46: Anasarca: finding, ever
  SELECT "person", 46 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'anasarca' AND "status" IS NOT NULL AND "explained_by" IS NULL
  UNION ALL
  -- 47: Pericardial effusion: finding, ever
  SELECT "person", 47 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'pericardial-effusion' AND "status" IS NOT NULL AND "explained_by" IS NULL
  UNION ALL
  -- 48: Heart failure: finding, ever
  SELECT "person", 48 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'heart-failure' AND "status" IS NOT NULL
  UNION ALL
  -- 49: Cirrhosis of the liver: finding, ever
  SELECT "person", 49 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'cirrhosis' AND "status" IS NOT NULL
  UNION ALL
  -- 50: Nephrotic syndrome: finding, ever
  SELECT "person", 50 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'nephrotic-syndrome' AND "status" IS NOT NULL
  UNION ALL
  -- 51: fluid-beyond-its-cause: finding, latest
  SELECT "person", 51 AS "leaf", 'latest' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'fluid-beyond-its-cause' AND "status" IS NOT NULL
  UNION ALL
  -- 52: Hypogonadism: finding, ever
  SELECT "person", 52 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hypogonadism' AND "status" IS NOT NULL
  UNION ALL
  -- 53: Adrenal insufficiency: finding, ever
  SELECT "person", 53 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'adrenal-insufficiency' AND "status" IS NOT NULL
  UNION ALL
  -- 54: Hyperprolactinaemia: finding, ever
  SELECT "person", 54 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hyperprolactinemia' AND "status" IS NOT NULL
  UNION ALL
  -- 55: Hypopituitarism: finding, ever
  SELECT "person", 55 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hypopituitarism' AND "status" IS NOT NULL
  UNION ALL
  -- 56: Hyperparathyroidism: finding, ever
  SELECT "person", 56 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hyperparathyroidism' AND "status" IS NOT NULL
  UNION ALL
  -- 57: Hypoparathyroidism: finding, ever
  SELECT "person", 57 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hypoparathyroidism' AND "status" IS NOT NULL
  UNION ALL
  -- 58: Gynaecomastia: finding, ever, our own proposal
  SELECT "person", 58 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'gynecomastia' AND "status" IS NOT NULL
  UNION ALL
  -- 59: Amenorrhoea: finding, ever, our own proposal
  SELECT "person", 59 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'amenorrhea' AND "status" IS NOT NULL
  UNION ALL
  -- 60: endocrinopathy "an endocrinopathy in the judgement of a clinician": finding, ever
  SELECT "person", 60 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'endocrinopathy' AND "status" IS NOT NULL
  UNION ALL
  -- 61: Sex: one-of female, ever
  SELECT "person", 61 AS "leaf", 'ever beside' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE WHEN "status" = 'equivocal' THEN 2 WHEN "choice" IN ('female') THEN 1 ELSE 0 END AS "says"
  FROM "facts"
  WHERE "key" = 'sex' AND ("status" = 'equivocal' OR ("choice" IS NOT NULL AND ("status" IS NULL OR "status" <> 'absent')))
  UNION ALL
  -- 62: Sex: one-of male, ever
  SELECT "person", 62 AS "leaf", 'ever beside' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE WHEN "status" = 'equivocal' THEN 2 WHEN "choice" IN ('male') THEN 1 ELSE 0 END AS "says"
  FROM "facts"
  WHERE "key" = 'sex' AND ("status" = 'equivocal' OR ("choice" IS NOT NULL AND ("status" IS NULL OR "status" <> 'absent')))
  UNION ALL
  -- 63: Erectile dysfunction: finding, ever
  SELECT "person", 63 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'erectile-dysfunction' AND "status" IS NOT NULL
  UNION ALL
  -- 64: Diabetes mellitus: finding, ever
  SELECT "person", 64 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'diabetes-mellitus' AND "status" IS NOT NULL
  UNION ALL
  -- 65: Glucose intolerance: finding, ever
  SELECT "person", 65 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'glucose-intolerance' AND "status" IS NOT NULL
  UNION ALL
  -- 66: Hypothyroidism: finding, ever
  SELECT "person", 66 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hypothyroidism' AND "status" IS NOT NULL
  UNION ALL
  -- 67: erectile-dysfunction-from-hypogonadism: finding, latest
  SELECT "person", 67 AS "leaf", 'latest' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'erectile-dysfunction-from-hypogonadism' AND "status" IS NOT NULL
  UNION ALL
  -- 68: weak-endocrine-axes-count: finding, latest
  SELECT "person", 68 AS "leaf", 'latest' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'weak-endocrine-axes-count' AND "status" IS NOT NULL
  UNION ALL
  -- 69: Hyperpigmentation: finding, ever
  SELECT "person", 69 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hyperpigmentation' AND "status" IS NOT NULL
  UNION ALL
  -- 70: Hypertrichosis: finding, ever
  SELECT "person", 70 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'hypertrichosis' AND "status" IS NOT NULL
  UNION ALL
  -- 71: Glomeruloid haemangioma: finding, ever
  SELECT "person", 71 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'glomeruloid-hemangioma' AND "status" IS NOT NULL
  UNION ALL
  -- 72: Plethora: finding, ever
  SELECT "person", 72 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'plethora' AND "status" IS NOT NULL
  UNION ALL
  -- 73: Acrocyanosis: finding, ever
  SELECT "person", 73 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'acrocyanosis' AND "status" IS NOT NULL
  UNION ALL
  -- 74: Flushing: finding, ever
  SELECT "person", 74 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'flushing' AND "status" IS NOT NULL
  UNION ALL
  -- 75: White nails: finding, ever
  SELECT "person", 75 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'white-nails' AND "status" IS NOT NULL
  UNION ALL
  -- 76: skin-changes "skin changes of POEMS in the judgement of a clinician": finding, ever
  SELECT "person", 76 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'skin-changes' AND "status" IS NOT NULL
  UNION ALL
  -- 77: Papilloedema "papilloedema": finding, ever
  SELECT "person", 77 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'papilledema' AND "status" IS NOT NULL
  UNION ALL
  -- 78: Thrombocytosis: finding, ever
  SELECT "person", 78 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'thrombocytosis' AND "status" IS NOT NULL
  UNION ALL
  -- 79: Polycythaemia: finding, ever
  SELECT "person", 79 AS "leaf", 'ever' AS "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 ELSE 2 END AS "says"
  FROM "facts"
  WHERE "key" = 'polycythemia' AND "status" IS NOT NULL
),
-- Facts of one time, method, site, specimen and assay are one look; yes and no in one look contradict.
"looks" AS (
  SELECT "person", "leaf", "mode", "from_day", "to_day", "method", "site", "specimen", "assay",
    MAX(CASE WHEN "says" = 1 THEN 1 ELSE 0 END) AS "yes", MAX(CASE WHEN "says" = 0 THEN 1 ELSE 0 END) AS "no", MAX(CASE WHEN "says" = 2 THEN 1 ELSE 0 END) AS "open"
  FROM "readings"
  GROUP BY "person", "leaf", "mode", "from_day", "to_day", "method", "site", "specimen", "assay"
),
-- Which looks are of the latest day.
"dated_looks" AS (
  SELECT l.*,
    CASE WHEN l."to_day" = MAX(l."to_day") OVER (PARTITION BY l."person", l."leaf") THEN 1 ELSE 0 END AS "last"
  FROM "looks" l
),
-- Ever: any clear yes counts, else what the latest look says. Latest: the latest look alone. Choices stand beside each other.
"found" AS (
  SELECT "person", "leaf",
    CASE "mode"
      WHEN 'ever' THEN CASE
        WHEN MAX("yes" * (1 - "no")) = 1 THEN 1
        WHEN MAX("yes" * "no") = 1 THEN NULL
        WHEN MAX("last" * "open") = 1 THEN NULL
        ELSE 0 END
      WHEN 'latest' THEN CASE
        WHEN MAX("last" * "yes" * "no") = 1 THEN NULL
        WHEN MAX("last" * "yes") = 1 THEN 1
        WHEN MAX("last" * "open") = 1 THEN NULL
        ELSE 0 END
      WHEN 'ever beside' THEN CASE
        WHEN MAX("yes") = 1 THEN 1
        WHEN MAX("last" * "open") = 1 THEN NULL
        ELSE 0 END
      ELSE CASE
        WHEN MAX("last" * "yes") = 1 THEN 1
        WHEN MAX("last" * "open") = 1 THEN NULL
        ELSE 0 END
    END AS "value"
  FROM "dated_looks"
  GROUP BY "person", "leaf", "mode"
),
-- What every question found, those that read facts together among them.
"answers" AS (
  SELECT "person", "leaf", "value" FROM "found"
),
-- Each question as a column: true, false, or NULL where the record leaves it open.
"leaves" AS (
  SELECT p."person",
    -- Polyneuropathy: finding, ever
    MAX(CASE WHEN v."leaf" = 1 THEN v."value" END) = 1 AS "1 finding polyneuropathy",
    -- Treated as: one-of cidp, gbs, diabetic-neuropathy, mgus-neuropathy, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 2 THEN v."value" END) = 1 AS "2 one-of treated-as",
    -- Sensory neuropathy: finding, ever
    MAX(CASE WHEN v."leaf" = 3 THEN v."value" END) = 1 AS "3 finding neuropathy-sensory",
    -- Motor neuropathy: finding, ever
    MAX(CASE WHEN v."leaf" = 4 THEN v."value" END) = 1 AS "4 finding neuropathy-motor",
    -- Symmetric neuropathy: finding, ever
    MAX(CASE WHEN v."leaf" = 5 THEN v."value" END) = 1 AS "5 finding neuropathy-symmetric",
    -- Neuropathy of distal onset: finding, ever
    MAX(CASE WHEN v."leaf" = 6 THEN v."value" END) = 1 AS "6 finding neuropathy-distal-onset",
    -- Demyelination on nerve conduction study: finding, ever
    MAX(CASE WHEN v."leaf" = 7 THEN v."value" END) = 1 AS "7 finding ncs-demyelinating",
    -- Axonal loss on nerve conduction study: finding, ever
    MAX(CASE WHEN v."leaf" = 8 THEN v."value" END) = 1 AS "8 finding ncs-axonal",
    -- M-protein on serum immunofixation: finding, ever
    MAX(CASE WHEN v."leaf" = 9 THEN v."value" END) = 1 AS "9 finding m-protein-ife",
    -- M-protein in urine: finding, ever
    MAX(CASE WHEN v."leaf" = 10 THEN v."value" END) = 1 AS "10 finding m-protein-urine",
    -- M-protein on serum protein electrophoresis: finding, ever
    MAX(CASE WHEN v."leaf" = 11 THEN v."value" END) = 1 AS "11 finding m-protein-spep",
    -- Monoclonal protein, test not named: finding, ever
    MAX(CASE WHEN v."leaf" = 12 THEN v."value" END) = 1 AS "12 finding monoclonal-protein",
    -- Clonal plasma cells in the marrow: finding, ever
    MAX(CASE WHEN v."leaf" = 13 THEN v."value" END) = 1 AS "13 finding clonal-marrow-plasma-cells",
    -- Plasmacytoma: finding, ever
    MAX(CASE WHEN v."leaf" = 14 THEN v."value" END) = 1 AS "14 finding plasmacytoma",
    -- clonal-plasma-cell-disorder "a clonal plasma-cell disorder in the judgement of a clinician": finding, ever
    MAX(CASE WHEN v."leaf" = 15 THEN v."value" END) = 1 AS "15 finding clonal-plasma-cell-disorder",
    -- Monoclonal gammopathy (MGUS), as a diagnosis: finding, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 16 THEN v."value" END) = 1 AS "16 finding mgus",
    -- Multiple myeloma, as a diagnosis: finding, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 17 THEN v."value" END) = 1 AS "17 finding multiple-myeloma",
    -- Sclerotic bone lesion: finding, ever
    MAX(CASE WHEN v."leaf" = 18 THEN v."value" END) = 1 AS "18 finding sclerotic-bone-lesion",
    -- Mixed lytic and sclerotic bone lesion: finding, ever
    MAX(CASE WHEN v."leaf" = 19 THEN v."value" END) = 1 AS "19 finding mixed-bone-lesion",
    -- Lytic bone lesion: finding, ever
    MAX(CASE WHEN v."leaf" = 20 THEN v."value" END) = 1 AS "20 finding lytic-bone-lesion",
    -- Castleman disease on histology: finding, ever
    MAX(CASE WHEN v."leaf" = 21 THEN v."value" END) = 1 AS "21 finding castleman-histology",
    -- Castleman disease, as a diagnosis: finding, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 22 THEN v."value" END) = 1 AS "22 finding castleman-disease",
    -- sclerotic-lesion "a sclerotic lesion in the judgement of a clinician": finding, ever
    MAX(CASE WHEN v."leaf" = 23 THEN v."value" END) = 1 AS "23 finding sclerotic-lesion",
    -- VEGF in serum: is above the limit of the laboratory, or without one >= 1000 pg/mL, before-treatment [hit12, table 1; mhlw24, page 79]
    MAX(CASE WHEN v."leaf" = 24 THEN v."value" END) = 1 AS "24 is vegf-serum",
    -- VEGF in plasma: is above the limit of the laboratory, or without one > 200 pg/mL, before-treatment [hit12, table 1, footnote; dsou11, abstract]
    MAX(CASE WHEN v."leaf" = 25 THEN v."value" END) = 1 AS "25 is vegf-plasma",
    -- VEGF, specimen not named: is above the limit of the laboratory, or without one >= 1000 pg/mL, before-treatment, our own proposal
    MAX(CASE WHEN v."leaf" = 26 THEN v."value" END) = 1 AS "26 is vegf-unspecified",
    -- VEGF in serum: is above the limit of the laboratory, or without one >= 1000 pg/mL, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 27 THEN v."value" END) = 1 AS "27 is vegf-serum",
    -- VEGF in plasma: is above the limit of the laboratory, or without one > 200 pg/mL, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 28 THEN v."value" END) = 1 AS "28 is vegf-plasma",
    -- VEGF, specimen not named: is above the limit of the laboratory, or without one >= 1000 pg/mL, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 29 THEN v."value" END) = 1 AS "29 is vegf-unspecified",
    -- VEGF in serum: is above the limit of the laboratory, before-treatment
    MAX(CASE WHEN v."leaf" = 30 THEN v."value" END) = 1 AS "30 is vegf-serum",
    -- VEGF in plasma: is above the limit of the laboratory, before-treatment
    MAX(CASE WHEN v."leaf" = 31 THEN v."value" END) = 1 AS "31 is vegf-plasma",
    -- Enlarged liver: finding, ever
    MAX(CASE WHEN v."leaf" = 32 THEN v."value" END) = 1 AS "32 finding hepatomegaly",
    -- Enlarged spleen: finding, ever
    MAX(CASE WHEN v."leaf" = 33 THEN v."value" END) = 1 AS "33 finding splenomegaly",
    -- Enlarged lymph nodes: finding, ever
    MAX(CASE WHEN v."leaf" = 34 THEN v."value" END) = 1 AS "34 finding lymphadenopathy",
    -- Enlarged lymph nodes in several regions: finding, ever
    MAX(CASE WHEN v."leaf" = 35 THEN v."value" END) = 1 AS "35 finding multicentric-lymphadenopathy",
    -- organomegaly "organomegaly in the judgement of a clinician": finding, ever
    MAX(CASE WHEN v."leaf" = 36 THEN v."value" END) = 1 AS "36 finding organomegaly",
    -- Peripheral oedema: finding, ever
    MAX(CASE WHEN v."leaf" = 37 THEN v."value" END) = 1 AS "37 finding peripheral-edema",
    -- Pleural effusion: finding, ever
    MAX(CASE WHEN v."leaf" = 38 THEN v."value" END) = 1 AS "38 finding pleural-effusion",
    -- Ascites: finding, ever
    MAX(CASE WHEN v."leaf" = 39 THEN v."value" END) = 1 AS "39 finding ascites",
    -- Anasarca: finding, ever
    MAX(CASE WHEN v."leaf" = 40 THEN v."value" END) = 1 AS "40 finding anasarca",
    -- Pericardial effusion: finding, ever [mhlw24, page 79; mayolab20, case text]
    MAX(CASE WHEN v."leaf" = 41 THEN v."value" END) = 1 AS "41 finding pericardial-effusion",
    -- volume-overload "extravascular overload in the judgement of a clinician": finding, ever
    MAX(CASE WHEN v."leaf" = 42 THEN v."value" END) = 1 AS "42 finding volume-overload",
    -- Peripheral oedema: finding, ever
    MAX(CASE WHEN v."leaf" = 43 THEN v."value" END) = 1 AS "43 finding peripheral-edema",
    -- Pleural effusion: finding, ever
    MAX(CASE WHEN v."leaf" = 44 THEN v."value" END) = 1 AS "44 finding pleural-effusion",
    -- Ascites: finding, ever
    MAX(CASE WHEN v."leaf" = 45 THEN v."value" END) = 1 AS "45 finding ascites",
    -- Anasarca: finding, ever
    MAX(CASE WHEN v."leaf" = 46 THEN v."value" END) = 1 AS "46 finding anasarca",
    -- Pericardial effusion: finding, ever
    MAX(CASE WHEN v."leaf" = 47 THEN v."value" END) = 1 AS "47 finding pericardial-effusion",
    -- Heart failure: finding, ever
    MAX(CASE WHEN v."leaf" = 48 THEN v."value" END) = 1 AS "48 finding heart-failure",
    -- Cirrhosis of the liver: finding, ever
    MAX(CASE WHEN v."leaf" = 49 THEN v."value" END) = 1 AS "49 finding cirrhosis",
    -- Nephrotic syndrome: finding, ever
    MAX(CASE WHEN v."leaf" = 50 THEN v."value" END) = 1 AS "50 finding nephrotic-syndrome",
    -- fluid-beyond-its-cause: finding, latest
    MAX(CASE WHEN v."leaf" = 51 THEN v."value" END) = 1 AS "51 finding fluid-beyond-its-cause",
    -- Hypogonadism: finding, ever
    MAX(CASE WHEN v."leaf" = 52 THEN v."value" END) = 1 AS "52 finding hypogonadism",
    -- Adrenal insufficiency: finding, ever
    MAX(CASE WHEN v."leaf" = 53 THEN v."value" END) = 1 AS "53 finding adrenal-insufficiency",
    -- Hyperprolactinaemia: finding, ever
    MAX(CASE WHEN v."leaf" = 54 THEN v."value" END) = 1 AS "54 finding hyperprolactinemia",
    -- Hypopituitarism: finding, ever
    MAX(CASE WHEN v."leaf" = 55 THEN v."value" END) = 1 AS "55 finding hypopituitarism",
    -- Hyperparathyroidism: finding, ever
    MAX(CASE WHEN v."leaf" = 56 THEN v."value" END) = 1 AS "56 finding hyperparathyroidism",
    -- Hypoparathyroidism: finding, ever
    MAX(CASE WHEN v."leaf" = 57 THEN v."value" END) = 1 AS "57 finding hypoparathyroidism",
    -- Gynaecomastia: finding, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 58 THEN v."value" END) = 1 AS "58 finding gynecomastia",
    -- Amenorrhoea: finding, ever, our own proposal
    MAX(CASE WHEN v."leaf" = 59 THEN v."value" END) = 1 AS "59 finding amenorrhea",
    -- endocrinopathy "an endocrinopathy in the judgement of a clinician": finding, ever
    MAX(CASE WHEN v."leaf" = 60 THEN v."value" END) = 1 AS "60 finding endocrinopathy",
    -- Sex: one-of female, ever
    MAX(CASE WHEN v."leaf" = 61 THEN v."value" END) = 1 AS "61 one-of sex",
    -- Sex: one-of male, ever
    MAX(CASE WHEN v."leaf" = 62 THEN v."value" END) = 1 AS "62 one-of sex",
    -- Erectile dysfunction: finding, ever
    MAX(CASE WHEN v."leaf" = 63 THEN v."value" END) = 1 AS "63 finding erectile-dysfunction",
    -- Diabetes mellitus: finding, ever
    MAX(CASE WHEN v."leaf" = 64 THEN v."value" END) = 1 AS "64 finding diabetes-mellitus",
    -- Glucose intolerance: finding, ever
    MAX(CASE WHEN v."leaf" = 65 THEN v."value" END) = 1 AS "65 finding glucose-intolerance",
    -- Hypothyroidism: finding, ever
    MAX(CASE WHEN v."leaf" = 66 THEN v."value" END) = 1 AS "66 finding hypothyroidism",
    -- erectile-dysfunction-from-hypogonadism: finding, latest
    MAX(CASE WHEN v."leaf" = 67 THEN v."value" END) = 1 AS "67 finding erectile-dysfunction-from-hypogonadism",
    -- weak-endocrine-axes-count: finding, latest
    MAX(CASE WHEN v."leaf" = 68 THEN v."value" END) = 1 AS "68 finding weak-endocrine-axes-count",
    -- Hyperpigmentation: finding, ever
    MAX(CASE WHEN v."leaf" = 69 THEN v."value" END) = 1 AS "69 finding hyperpigmentation",
    -- Hypertrichosis: finding, ever
    MAX(CASE WHEN v."leaf" = 70 THEN v."value" END) = 1 AS "70 finding hypertrichosis",
    -- Glomeruloid haemangioma: finding, ever
    MAX(CASE WHEN v."leaf" = 71 THEN v."value" END) = 1 AS "71 finding glomeruloid-hemangioma",
    -- Plethora: finding, ever
    MAX(CASE WHEN v."leaf" = 72 THEN v."value" END) = 1 AS "72 finding plethora",
    -- Acrocyanosis: finding, ever
    MAX(CASE WHEN v."leaf" = 73 THEN v."value" END) = 1 AS "73 finding acrocyanosis",
    -- Flushing: finding, ever
    MAX(CASE WHEN v."leaf" = 74 THEN v."value" END) = 1 AS "74 finding flushing",
    -- White nails: finding, ever
    MAX(CASE WHEN v."leaf" = 75 THEN v."value" END) = 1 AS "75 finding white-nails",
    -- skin-changes "skin changes of POEMS in the judgement of a clinician": finding, ever
    MAX(CASE WHEN v."leaf" = 76 THEN v."value" END) = 1 AS "76 finding skin-changes",
    -- Papilloedema "papilloedema": finding, ever
    MAX(CASE WHEN v."leaf" = 77 THEN v."value" END) = 1 AS "77 finding papilledema",
    -- Thrombocytosis: finding, ever
    MAX(CASE WHEN v."leaf" = 78 THEN v."value" END) = 1 AS "78 finding thrombocytosis",
    -- Polycythaemia: finding, ever
    MAX(CASE WHEN v."leaf" = 79 THEN v."value" END) = 1 AS "79 finding polycythemia"
  FROM "persons" p LEFT JOIN "answers" v ON v."person" = p."person"
  GROUP BY p."person"
),
-- Rules that read leaves alone.
"rules_1" AS (
  SELECT r.*,
    -- Polyneuropathy (polyneuropathy) [hit12, table 1; s1, Diagnosis]
    CASE
      WHEN (
        "1 finding polyneuropathy"
        OR "2 one-of treated-as"
        OR (
          (
            "3 finding neuropathy-sensory"
            OR "4 finding neuropathy-motor"
          )
          AND (
            "5 finding neuropathy-symmetric"
            OR "6 finding neuropathy-distal-onset"
            OR "7 finding ncs-demyelinating"
            OR "8 finding ncs-axonal"
          )
        )
      ) THEN TRUE
      WHEN (NOT "1 finding polyneuropathy") THEN FALSE
    END AS "polyneuropathy",
    -- Monoclonal plasma-cell disorder (clonal-plasma-cell-disorder) [hit12, table 1; s4, Diagnostic Criteria]
    CASE
      WHEN (
        "9 finding m-protein-ife"
        OR "10 finding m-protein-urine"
        OR "11 finding m-protein-spep"
        OR "12 finding monoclonal-protein"
        OR "13 finding clonal-marrow-plasma-cells"
        OR "14 finding plasmacytoma"
        OR "15 finding clonal-plasma-cell-disorder"
        OR "16 finding mgus"
        OR "17 finding multiple-myeloma"
      ) THEN TRUE
      WHEN (
        (
          (NOT "9 finding m-protein-ife")
          AND (NOT "10 finding m-protein-urine")
          AND (NOT "13 finding clonal-marrow-plasma-cells")
          AND (
            (NOT "14 finding plasmacytoma")
            OR (
              (NOT "18 finding sclerotic-bone-lesion")
              AND (NOT "19 finding mixed-bone-lesion")
              AND (NOT "20 finding lytic-bone-lesion")
            )
          )
        )
        OR (NOT "15 finding clonal-plasma-cell-disorder")
      ) THEN FALSE
    END AS "clonal-plasma-cell-disorder",
    -- Castleman disease (castleman) [hit12, table 1; s1, Diagnosis]
    CASE
      WHEN (
        "21 finding castleman-histology"
        OR "22 finding castleman-disease"
      ) THEN TRUE
      WHEN (NOT "21 finding castleman-histology") THEN FALSE
    END AS "castleman",
    -- Sclerotic bone lesion (sclerotic-lesion) [hit12, table 1; wang16, abstract]
    CASE
      WHEN (
        "18 finding sclerotic-bone-lesion"
        OR "19 finding mixed-bone-lesion"
        OR "23 finding sclerotic-lesion"
      ) THEN TRUE
      WHEN (
        (
          (NOT "18 finding sclerotic-bone-lesion")
          AND (NOT "19 finding mixed-bone-lesion")
        )
        OR (NOT "23 finding sclerotic-lesion")
      ) THEN FALSE
    END AS "sclerotic-lesion",
    -- Elevated VEGF (elevated-vegf) [hit12, table 1; pihan18, abstract; dsou11, abstract]
    CASE
      WHEN (
        "24 is vegf-serum"
        OR "25 is vegf-plasma"
        OR "26 is vegf-unspecified"
        OR "27 is vegf-serum"
        OR "28 is vegf-plasma"
        OR "29 is vegf-unspecified"
      ) THEN TRUE
      WHEN (
        (NOT "30 is vegf-serum")
        OR (NOT "31 is vegf-plasma")
      ) THEN FALSE
    END AS "elevated-vegf",
    -- Organomegaly (organomegaly) [hit12, table 1; s1, Diagnosis]
    CASE
      WHEN (
        "32 finding hepatomegaly"
        OR "33 finding splenomegaly"
        OR "34 finding lymphadenopathy"
        OR "35 finding multicentric-lymphadenopathy"
        OR "36 finding organomegaly"
      ) THEN TRUE
      WHEN (
        (
          (NOT "32 finding hepatomegaly")
          AND (NOT "33 finding splenomegaly")
          AND (NOT "34 finding lymphadenopathy")
        )
        OR (NOT "36 finding organomegaly")
      ) THEN FALSE
    END AS "organomegaly",
    -- Extravascular volume overload (volume-overload) [hit12, table 1]
    CASE
      WHEN (
        (
          "43 finding peripheral-edema"
          OR "44 finding pleural-effusion"
          OR "45 finding ascites"
          OR "46 finding anasarca"
          OR "47 finding pericardial-effusion"
        )
        AND (
          "48 finding heart-failure"
          OR "49 finding cirrhosis"
          OR "50 finding nephrotic-syndrome"
        )
      ) THEN "51 finding fluid-beyond-its-cause"
      WHEN (
        "37 finding peripheral-edema"
        OR "38 finding pleural-effusion"
        OR "39 finding ascites"
        OR "40 finding anasarca"
        OR "41 finding pericardial-effusion"
        OR "42 finding volume-overload"
      ) THEN TRUE
      WHEN (
        (
          (NOT "37 finding peripheral-edema")
          AND (NOT "38 finding pleural-effusion")
          AND (NOT "39 finding ascites")
          AND (NOT "40 finding anasarca")
          AND (NOT "41 finding pericardial-effusion")
        )
        OR (NOT "42 finding volume-overload")
      ) THEN FALSE
    END AS "volume-overload",
    -- Endocrinopathy (endocrinopathy) [hit12, table 1, footnote; s4, Diagnostic Criteria]
    CASE
      WHEN (
        "52 finding hypogonadism"
        OR "53 finding adrenal-insufficiency"
        OR "54 finding hyperprolactinemia"
        OR "55 finding hypopituitarism"
        OR "56 finding hyperparathyroidism"
        OR "57 finding hypoparathyroidism"
        OR "58 finding gynecomastia"
        OR "59 finding amenorrhea"
        OR "60 finding endocrinopathy"
      ) THEN TRUE
      WHEN (
        (
          (NOT "52 finding hypogonadism")
          AND (NOT "53 finding adrenal-insufficiency")
          AND (NOT "54 finding hyperprolactinemia")
          AND (NOT "55 finding hypopituitarism")
          AND (NOT "56 finding hyperparathyroidism")
          AND (NOT "57 finding hypoparathyroidism")
          AND (
            (NOT "58 finding gynecomastia")
            OR "61 one-of sex"
          )
          AND (
            (NOT "59 finding amenorrhea")
            OR "62 one-of sex"
          )
          AND (
            (NOT "63 finding erectile-dysfunction")
            OR "61 one-of sex"
          )
          AND (NOT (
            (
              "64 finding diabetes-mellitus"
              OR "65 finding glucose-intolerance"
            )
            AND "66 finding hypothyroidism"
          ))
        )
        OR (NOT "60 finding endocrinopathy")
      ) THEN FALSE
      WHEN "63 finding erectile-dysfunction" THEN "67 finding erectile-dysfunction-from-hypogonadism"
      WHEN (
        (
          "64 finding diabetes-mellitus"
          OR "65 finding glucose-intolerance"
        )
        AND "66 finding hypothyroidism"
      ) THEN "68 finding weak-endocrine-axes-count"
    END AS "endocrinopathy",
    -- Skin changes (skin-changes) [hit12, table 1]
    CASE
      WHEN (
        "69 finding hyperpigmentation"
        OR "70 finding hypertrichosis"
        OR "71 finding glomeruloid-hemangioma"
        OR "72 finding plethora"
        OR "73 finding acrocyanosis"
        OR "74 finding flushing"
        OR "75 finding white-nails"
        OR "76 finding skin-changes"
      ) THEN TRUE
      WHEN (
        (
          (NOT "69 finding hyperpigmentation")
          AND (NOT "70 finding hypertrichosis")
          AND (NOT "71 finding glomeruloid-hemangioma")
          AND (NOT "72 finding plethora")
          AND (NOT "73 finding acrocyanosis")
          AND (NOT "74 finding flushing")
          AND (NOT "75 finding white-nails")
        )
        OR (NOT "76 finding skin-changes")
      ) THEN FALSE
    END AS "skin-changes",
    -- Thrombocytosis or polycythaemia (thrombocytosis-or-polycythemia) [hit12, table 1; utd, criteria table and footnote]
    CASE
      WHEN (
        "78 finding thrombocytosis"
        OR "79 finding polycythemia"
      ) THEN TRUE
      WHEN (
        (NOT "78 finding thrombocytosis")
        AND (NOT "79 finding polycythemia")
      ) THEN FALSE
    END AS "thrombocytosis-or-polycythemia"
  FROM "leaves" r
),
-- Rules that name those above.
"rules_2" AS (
  SELECT r.*,
    -- Mayo criteria (Dispenzieri), rule of 2007 as restated 2012–2023 (mayo-2007) [hit12, table 1; ajh23, abstract; s4, Diagnostic Criteria]
    (
      "polyneuropathy"
      AND "clonal-plasma-cell-disorder"
      AND CASE
        WHEN (
          CASE WHEN "castleman" THEN 1 ELSE 0 END
          + CASE WHEN "sclerotic-lesion" THEN 1 ELSE 0 END
          + CASE WHEN "elevated-vegf" THEN 1 ELSE 0 END
        ) >= 1 THEN TRUE
        WHEN (
          CASE WHEN NOT "castleman" THEN 0 ELSE 1 END
          + CASE WHEN NOT "sclerotic-lesion" THEN 0 ELSE 1 END
          + CASE WHEN NOT "elevated-vegf" THEN 0 ELSE 1 END
        ) < 1 THEN FALSE
      END
      AND CASE
        WHEN (
          CASE WHEN "organomegaly" THEN 1 ELSE 0 END
          + CASE WHEN "volume-overload" THEN 1 ELSE 0 END
          + CASE WHEN "endocrinopathy" THEN 1 ELSE 0 END
          + CASE WHEN "skin-changes" THEN 1 ELSE 0 END
          + CASE WHEN "77 finding papilledema" THEN 1 ELSE 0 END
          + CASE WHEN "thrombocytosis-or-polycythemia" THEN 1 ELSE 0 END
        ) >= 1 THEN TRUE
        WHEN (
          CASE WHEN NOT "organomegaly" THEN 0 ELSE 1 END
          + CASE WHEN NOT "volume-overload" THEN 0 ELSE 1 END
          + CASE WHEN NOT "endocrinopathy" THEN 0 ELSE 1 END
          + CASE WHEN NOT "skin-changes" THEN 0 ELSE 1 END
          + CASE WHEN NOT "77 finding papilledema" THEN 0 ELSE 1 END
          + CASE WHEN NOT "thrombocytosis-or-polycythemia" THEN 0 ELSE 1 END
        ) < 1 THEN FALSE
      END
    ) AS "mayo-2007"
  FROM "rules_1" r
)
-- One row per person: true, false, or NULL where the record leaves it open.
SELECT "person", "mayo-2007", "polyneuropathy", "clonal-plasma-cell-disorder", "castleman", "sclerotic-lesion", "elevated-vegf", "organomegaly", "volume-overload", "endocrinopathy", "skin-changes", "thrombocytosis-or-polycythemia"
FROM "rules_2"
ORDER BY "person"

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
-- What is asked of which key, and whether of all its facts or of the latest. Choices stand beside each other.
"questions" AS (
  SELECT q."leaf", q."key", q."mode"
  FROM (VALUES
      -- Polyneuropathy: finding, ever
      (1, 'polyneuropathy', 'ever'),
      -- Treated as: one-of cidp, gbs, diabetic-neuropathy, mgus-neuropathy, ever, our own proposal
      (2, 'treated-as', 'ever beside'),
      -- Sensory neuropathy: finding, ever
      (3, 'neuropathy-sensory', 'ever'),
      -- Motor neuropathy: finding, ever
      (4, 'neuropathy-motor', 'ever'),
      -- Symmetric neuropathy: finding, ever
      (5, 'neuropathy-symmetric', 'ever'),
      -- Neuropathy of distal onset: finding, ever
      (6, 'neuropathy-distal-onset', 'ever'),
      -- Demyelination on nerve conduction study: finding, ever
      (7, 'ncs-demyelinating', 'ever'),
      -- Axonal loss on nerve conduction study: finding, ever
      (8, 'ncs-axonal', 'ever'),
      -- M-protein on serum immunofixation: finding, ever
      (9, 'm-protein-ife', 'ever'),
      -- M-protein in urine: finding, ever
      (10, 'm-protein-urine', 'ever'),
      -- M-protein on serum protein electrophoresis: finding, ever
      (11, 'm-protein-spep', 'ever'),
      -- Monoclonal protein, test not named: finding, ever
      (12, 'monoclonal-protein', 'ever'),
      -- Clonal plasma cells in the marrow: finding, ever
      (13, 'clonal-marrow-plasma-cells', 'ever'),
      -- Plasmacytoma: finding, ever
      (14, 'plasmacytoma', 'ever'),
      -- clonal-plasma-cell-disorder "a clonal plasma-cell disorder in the judgement of a clinician": finding, ever
      (15, 'clonal-plasma-cell-disorder', 'ever'),
      -- Monoclonal gammopathy (MGUS), as a diagnosis: finding, ever, our own proposal
      (16, 'mgus', 'ever'),
      -- Multiple myeloma, as a diagnosis: finding, ever, our own proposal
      (17, 'multiple-myeloma', 'ever'),
      -- Sclerotic bone lesion: finding, ever
      (18, 'sclerotic-bone-lesion', 'ever'),
      -- Mixed lytic and sclerotic bone lesion: finding, ever
      (19, 'mixed-bone-lesion', 'ever'),
      -- Lytic bone lesion: finding, ever
      (20, 'lytic-bone-lesion', 'ever'),
      -- Castleman disease on histology: finding, ever
      (21, 'castleman-histology', 'ever'),
      -- Castleman disease, as a diagnosis: finding, ever, our own proposal
      (22, 'castleman-disease', 'ever'),
      -- sclerotic-lesion "a sclerotic lesion in the judgement of a clinician": finding, ever
      (23, 'sclerotic-lesion', 'ever'),
      -- VEGF in serum: is above the limit of the laboratory, or without one >= 1000 pg/mL, before-treatment [hit12, table 1; mhlw24, page 79]
      (24, 'vegf-serum', 'ever'),
      -- VEGF in plasma: is above the limit of the laboratory, or without one > 200 pg/mL, before-treatment [hit12, table 1, footnote; dsou11, abstract]
      (25, 'vegf-plasma', 'ever'),
      -- VEGF, specimen not named: is above the limit of the laboratory, or without one >= 1000 pg/mL, before-treatment, our own proposal
      (26, 'vegf-unspecified', 'ever'),
      -- VEGF in serum: is above the limit of the laboratory, or without one >= 1000 pg/mL, ever, our own proposal
      (27, 'vegf-serum', 'ever'),
      -- VEGF in plasma: is above the limit of the laboratory, or without one > 200 pg/mL, ever, our own proposal
      (28, 'vegf-plasma', 'ever'),
      -- VEGF, specimen not named: is above the limit of the laboratory, or without one >= 1000 pg/mL, ever, our own proposal
      (29, 'vegf-unspecified', 'ever'),
      -- VEGF in serum: is above the limit of the laboratory, before-treatment
      (30, 'vegf-serum', 'ever'),
      -- VEGF in plasma: is above the limit of the laboratory, before-treatment
      (31, 'vegf-plasma', 'ever'),
      -- Enlarged liver: finding, ever
      (32, 'hepatomegaly', 'ever'),
      -- Enlarged spleen: finding, ever
      (33, 'splenomegaly', 'ever'),
      -- Enlarged lymph nodes: finding, ever
      (34, 'lymphadenopathy', 'ever'),
      -- Enlarged lymph nodes in several regions: finding, ever
      (35, 'multicentric-lymphadenopathy', 'ever'),
      -- organomegaly "organomegaly in the judgement of a clinician": finding, ever
      (36, 'organomegaly', 'ever'),
      -- Peripheral oedema: finding, ever
      (37, 'peripheral-edema', 'ever'),
      -- Pleural effusion: finding, ever
      (38, 'pleural-effusion', 'ever'),
      -- Ascites: finding, ever
      (39, 'ascites', 'ever'),
      -- Anasarca: finding, ever
      (40, 'anasarca', 'ever'),
      -- Pericardial effusion: finding, ever [mhlw24, page 79; mayolab20, case text]
      (41, 'pericardial-effusion', 'ever'),
      -- volume-overload "extravascular overload in the judgement of a clinician": finding, ever
      (42, 'volume-overload', 'ever'),
      -- Peripheral oedema: finding, ever
      (43, 'peripheral-edema', 'ever'),
      -- Pleural effusion: finding, ever
      (44, 'pleural-effusion', 'ever'),
      -- Ascites: finding, ever
      (45, 'ascites', 'ever'),
      -- Anasarca: finding, ever
      (46, 'anasarca', 'ever'),
      -- Pericardial effusion: finding, ever
      (47, 'pericardial-effusion', 'ever'),
      -- Heart failure: finding, ever
      (48, 'heart-failure', 'ever'),
      -- Cirrhosis of the liver: finding, ever
      (49, 'cirrhosis', 'ever'),
      -- Nephrotic syndrome: finding, ever
      (50, 'nephrotic-syndrome', 'ever'),
      -- fluid-beyond-its-cause: finding, latest
      (51, 'fluid-beyond-its-cause', 'latest'),
      -- Hypogonadism: finding, ever
      (52, 'hypogonadism', 'ever'),
      -- Adrenal insufficiency: finding, ever
      (53, 'adrenal-insufficiency', 'ever'),
      -- Hyperprolactinaemia: finding, ever
      (54, 'hyperprolactinemia', 'ever'),
      -- Hypopituitarism: finding, ever
      (55, 'hypopituitarism', 'ever'),
      -- Hyperparathyroidism: finding, ever
      (56, 'hyperparathyroidism', 'ever'),
      -- Hypoparathyroidism: finding, ever
      (57, 'hypoparathyroidism', 'ever'),
      -- Gynaecomastia: finding, ever, our own proposal
      (58, 'gynecomastia', 'ever'),
      -- Amenorrhoea: finding, ever, our own proposal
      (59, 'amenorrhea', 'ever'),
      -- endocrinopathy "an endocrinopathy in the judgement of a clinician": finding, ever
      (60, 'endocrinopathy', 'ever'),
      -- Sex: one-of female, ever
      (61, 'sex', 'ever beside'),
      -- Sex: one-of male, ever
      (62, 'sex', 'ever beside'),
      -- Erectile dysfunction: finding, ever
      (63, 'erectile-dysfunction', 'ever'),
      -- Diabetes mellitus: finding, ever
      (64, 'diabetes-mellitus', 'ever'),
      -- Glucose intolerance: finding, ever
      (65, 'glucose-intolerance', 'ever'),
      -- Hypothyroidism: finding, ever
      (66, 'hypothyroidism', 'ever'),
      -- erectile-dysfunction-from-hypogonadism: finding, latest
      (67, 'erectile-dysfunction-from-hypogonadism', 'latest'),
      -- weak-endocrine-axes-count: finding, latest
      (68, 'weak-endocrine-axes-count', 'latest'),
      -- Hyperpigmentation: finding, ever
      (69, 'hyperpigmentation', 'ever'),
      -- Hypertrichosis: finding, ever
      (70, 'hypertrichosis', 'ever'),
      -- Glomeruloid haemangioma: finding, ever
      (71, 'glomeruloid-hemangioma', 'ever'),
      -- Plethora: finding, ever
      (72, 'plethora', 'ever'),
      -- Acrocyanosis: finding, ever
      (73, 'acrocyanosis', 'ever'),
      -- Flushing: finding, ever
      (74, 'flushing', 'ever'),
      -- White nails: finding, ever
      (75, 'white-nails', 'ever'),
      -- skin-changes "skin changes of POEMS in the judgement of a clinician": finding, ever
      (76, 'skin-changes', 'ever'),
      -- Papilloedema "papilloedema": finding, ever
      (77, 'papilledema', 'ever'),
      -- Thrombocytosis: finding, ever
      (78, 'thrombocytosis', 'ever'),
      -- Polycythaemia: finding, ever
      (79, 'polycythemia', 'ever')
  ) AS q("leaf", "key", "mode")
),
-- What each fact says to each question about its key: 1 yes, 0 no, 2 open. Where it does not bear on it, no row.
"readings" AS (
  SELECT "person", "leaf", "mode", "from_day", "to_day", "method", "site", "specimen", "assay", "says"
  FROM (
    SELECT "person", q."leaf", q."mode", "from_day", "to_day", "method", "site", "specimen", "assay",
      CASE q."leaf"
        WHEN 2 THEN CASE WHEN "status" = 'equivocal' THEN 2 WHEN "status" = 'absent' THEN NULL WHEN "choice" IN ('cidp', 'gbs', 'diabetic-neuropathy', 'mgus-neuropathy') THEN 1 WHEN "choice" IS NOT NULL THEN 0 END
        WHEN 24 THEN CASE WHEN "untreated" = 1 THEN CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND "low" >= 1000E0 THEN 1
      ELSE 2
    END END
        WHEN 25 THEN CASE WHEN "untreated" = 1 THEN CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND ("low" > 200E0 OR ("low" = 200E0 AND "low_open")) THEN 1
      ELSE 2
    END END
        WHEN 26 THEN CASE WHEN "untreated" = 1 THEN CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND "low" >= 1000E0 THEN 1
      ELSE 2
    END END
        WHEN 27 THEN CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND "low" >= 1000E0 THEN 1
      ELSE 2
    END
        WHEN 28 THEN CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND ("low" > 200E0 OR ("low" = 200E0 AND "low_open")) THEN 1
      ELSE 2
    END
        WHEN 29 THEN CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      WHEN "limit_high" IS NULL AND "low" >= 1000E0 THEN 1
      ELSE 2
    END
        WHEN 30 THEN CASE WHEN "untreated" = 1 THEN CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      ELSE 2
    END END
        WHEN 31 THEN CASE WHEN "untreated" = 1 THEN CASE
      WHEN ("low" > "limit_high" OR ("low" = "limit_high" AND "low_open")) THEN 1
      WHEN "high" <= "limit_high" THEN 0
      WHEN "qualitative" = 'high' THEN 1
      WHEN "qualitative" IS NOT NULL THEN 0
      ELSE 2
    END END
        WHEN 43 THEN CASE WHEN "explained_by" IS NULL THEN CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 WHEN 'equivocal' THEN 2 END END
        WHEN 44 THEN CASE WHEN "explained_by" IS NULL THEN CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 WHEN 'equivocal' THEN 2 END END
        WHEN 45 THEN CASE WHEN "explained_by" IS NULL THEN CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 WHEN 'equivocal' THEN 2 END END
        WHEN 46 THEN CASE WHEN "explained_by" IS NULL THEN CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 WHEN 'equivocal' THEN 2 END END
        WHEN 47 THEN CASE WHEN "explained_by" IS NULL THEN CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 WHEN 'equivocal' THEN 2 END END
        WHEN 61 THEN CASE WHEN "status" = 'equivocal' THEN 2 WHEN "status" = 'absent' THEN NULL WHEN "choice" IN ('female') THEN 1 WHEN "choice" IS NOT NULL THEN 0 END
        WHEN 62 THEN CASE WHEN "status" = 'equivocal' THEN 2 WHEN "status" = 'absent' THEN NULL WHEN "choice" IN ('male') THEN 1 WHEN "choice" IS NOT NULL THEN 0 END
        ELSE CASE "status" WHEN 'present' THEN 1 WHEN 'absent' THEN 0 WHEN 'equivocal' THEN 2 END
      END AS "says"
    FROM "facts" f JOIN "questions" q ON q."key" = f."key"
  ) r
  WHERE "says" IS NOT NULL
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

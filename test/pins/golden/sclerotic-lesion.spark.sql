-- Sclerotic bone lesion (sclerotic-lesion) [hit12, table 1; wang16, abstract]
-- Each question has one bit among those that say yes and the same among those that say no; with neither it is open.
-- yes_0, no_0 1: Sclerotic bone lesion: finding, ever
-- yes_0, no_0 2: Mixed lytic and sclerotic bone lesion: finding, ever
-- yes_0, no_0 4: sclerotic-lesion "a sclerotic lesion in the judgement of a clinician": finding, ever
WITH
-- Whom is asked about, and the last day that is known of them.
`persons` AS (
  SELECT `person`, COALESCE(`as_of`, 1000000000) AS `as_of`
  FROM `scansion_person`
),
-- Facts count from their last possible day on; those without a day count always.
`known` AS (
  SELECT f.`person`, f.`key`, f.`status`, f.`choice`, f.`qualitative`, f.`value`, f.`comparator`, f.`low`, f.`low_open`, f.`high`, f.`high_open`, f.`limit_low`, f.`limit_high`, f.`specimen`, f.`method`, f.`site`, f.`assay`, f.`explained_by`, f.`course`,
    COALESCE(f.`from_day`, -1000000000) AS `from_day`, COALESCE(f.`to_day`, -1000000000) AS `to_day`
  FROM `scansion_fact` f JOIN `persons` p ON p.`person` = f.`person`
  WHERE COALESCE(f.`to_day`, -1000000000) <= p.`as_of`
),
-- The first day of a treatment directed at the plasma cells, given in a course.
`treated` AS (
  SELECT `person`, MIN(`from_day`) AS `treated_from`
  FROM `known`
  WHERE `course` IS NOT NULL AND `from_day` > -1000000000
    AND `key` IN ('asct', 'bispecific-antibody', 'bortezomib', 'car-t', 'carfilzomib', 'cyclophosphamide', 'daratumumab', 'lenalidomide', 'melphalan', 'pomalidomide', 'radiotherapy', 'thalidomide')
  GROUP BY `person`
),
-- Each fact with 1 where it is from before treatment, or from its first day; all are where none is dated.
`facts` AS (
  SELECT k.*,
    CASE WHEN t.`treated_from` IS NULL OR k.`to_day` <= t.`treated_from` THEN 1 ELSE 0 END AS `untreated`
  FROM `known` k LEFT JOIN `treated` t ON t.`person` = k.`person`
),
-- What is asked of which key, and whether of all its facts or of the latest. Choices stand beside each other.
`questions` AS (
  SELECT q.`leaf`, q.`key`, q.`mode`
  FROM (VALUES
      -- Sclerotic bone lesion: finding, ever
      (1, 'sclerotic-bone-lesion', 'ever'),
      -- Mixed lytic and sclerotic bone lesion: finding, ever
      (2, 'mixed-bone-lesion', 'ever'),
      -- sclerotic-lesion "a sclerotic lesion in the judgement of a clinician": finding, ever
      (3, 'sclerotic-lesion', 'ever')
  ) AS q(`leaf`, `key`, `mode`)
),
-- What each fact says to each question about its key: 1 yes, 0 no, 2 open. Where it does not bear on it, no row.
`readings` AS (
  SELECT `person`, `leaf`, `mode`, `from_day`, `to_day`, `method`, `site`, `specimen`, `assay`, `says`
  FROM (
    SELECT `person`, q.`leaf`, q.`mode`, `from_day`, `to_day`, `method`, `site`, `specimen`, `assay`,
      CASE `status` WHEN 'present' THEN 1 WHEN 'absent' THEN 0 WHEN 'equivocal' THEN 2 END AS `says`
    FROM `facts` f JOIN `questions` q ON q.`key` = f.`key`
  ) r
  WHERE `says` IS NOT NULL
),
-- Facts of one time, method, site, specimen and assay are one look; yes and no in one look contradict.
`looks` AS (
  SELECT `person`, `leaf`, `mode`, `from_day`, `to_day`, `method`, `site`, `specimen`, `assay`,
    MAX(CASE WHEN `says` = 1 THEN 1 ELSE 0 END) AS `yes`, MAX(CASE WHEN `says` = 0 THEN 1 ELSE 0 END) AS `no`, MAX(CASE WHEN `says` = 2 THEN 1 ELSE 0 END) AS `open`
  FROM `readings`
  GROUP BY `person`, `leaf`, `mode`, `from_day`, `to_day`, `method`, `site`, `specimen`, `assay`
),
-- Which looks are of the latest day.
`dated_looks` AS (
  SELECT l.*,
    CASE WHEN l.`to_day` = MAX(l.`to_day`) OVER (PARTITION BY l.`person`, l.`leaf`) THEN 1 ELSE 0 END AS `last`
  FROM `looks` l
),
-- Ever: any clear yes counts, else what the latest look says. Latest: the latest look alone. Choices stand beside each other.
`found` AS (
  SELECT `person`, `leaf`,
    CASE `mode`
      WHEN 'ever' THEN CASE
        WHEN MAX(`yes` * (1 - `no`)) = 1 THEN 1
        WHEN MAX(`yes` * `no`) = 1 THEN NULL
        WHEN MAX(`last` * `open`) = 1 THEN NULL
        ELSE 0 END
      WHEN 'latest' THEN CASE
        WHEN MAX(`last` * `yes` * `no`) = 1 THEN NULL
        WHEN MAX(`last` * `yes`) = 1 THEN 1
        WHEN MAX(`last` * `open`) = 1 THEN NULL
        ELSE 0 END
      WHEN 'ever beside' THEN CASE
        WHEN MAX(`yes`) = 1 THEN 1
        WHEN MAX(`last` * `open`) = 1 THEN NULL
        ELSE 0 END
      ELSE CASE
        WHEN MAX(`last` * `yes`) = 1 THEN 1
        WHEN MAX(`last` * `open`) = 1 THEN NULL
        ELSE 0 END
    END AS `value`
  FROM `dated_looks`
  GROUP BY `person`, `leaf`, `mode`
),
-- What every question found, those that read facts together among them.
`answers` AS (
  SELECT `person`, `leaf`, `value` FROM `found`
),
-- One row per person; each leaf has a bit among those that say yes, and one among those that say no.
`masks` AS (
  SELECT p.`person`,
    CAST(SUM(CASE WHEN v.`leaf` = 1 AND v.`value` = 1 THEN 1 WHEN v.`leaf` = 2 AND v.`value` = 1 THEN 2 WHEN v.`leaf` = 3 AND v.`value` = 1 THEN 4 ELSE 0 END) AS BIGINT) AS `yes_0`,
    CAST(SUM(CASE WHEN v.`leaf` = 1 AND v.`value` = 0 THEN 1 WHEN v.`leaf` = 2 AND v.`value` = 0 THEN 2 WHEN v.`leaf` = 3 AND v.`value` = 0 THEN 4 ELSE 0 END) AS BIGINT) AS `no_0`
  FROM `persons` p LEFT JOIN `answers` v ON v.`person` = p.`person`
  GROUP BY p.`person`
)
-- One row per person: true, false, or NULL where the record leaves it open.
SELECT `person`,
  -- Sclerotic bone lesion (sclerotic-lesion) [hit12, table 1; wang16, abstract]
  CASE
  WHEN ((`yes_0` & 7) <> 0) THEN TRUE
  WHEN (
    (
      (`no_0` & 4) <> 0
      OR ((`no_0` & 3) = 3)
    )
    AND (NOT ((`yes_0` & 7) <> 0))
  ) THEN FALSE
  END AS `sclerotic-lesion`
FROM `masks`
ORDER BY `person`

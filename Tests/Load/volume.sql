-- Ten years of national volume beside what the centre already has: 160,000 closed cases with 5 million services. They are
-- spread evenly over the ten years before today and are all met on day 9; nobody's name is among them, so they have no
-- keys: their slots are below the first. Only for measuring: `verify` would say, rightly, that nobody's service wrote them.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -400000;
PRAGMA temp_store = MEMORY;

-- case n is numbered 1 … 160,000; `began` is the day of its enquiry.
CREATE TEMP TABLE person AS
WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < 160000)
SELECT n, date('now', printf('-%d days', 3650 - n * 3640 / 160000)) AS began,
    (SELECT id FROM adopted_standard ORDER BY id LIMIT 1) AS standard_id
FROM counted;

BEGIN;
INSERT INTO care_case (id, year, serial, key_slot, standard_id, opened_at)
SELECT n, CAST(substr(began, 1, 4) AS INTEGER), 1000000 + n, -n, standard_id, began || 'T08:00:00Z'
FROM person;

-- 1: the enquiry; 2: the offer; 3 … 34: the services, a week apart from day 9 on; 35: the discharge. Nothing lies ahead.
WITH RECURSIVE place (position) AS (SELECT 1 UNION ALL SELECT position + 1 FROM place WHERE position < 35)
INSERT INTO ledger_entry
    (id, case_id, position, type, happened_on, happened_at, facts, details, recorded_at)
SELECT n * 64 + position, n, position,
    CASE position WHEN 1 THEN 'enquiry' WHEN 2 THEN 'offer' WHEN 35 THEN 'discharge' ELSE 'service' END,
    happened_on,
    CASE WHEN position IN (2, 35) THEN NULL ELSE happened_on || 'T09:00:00Z' END,
    CASE position
        WHEN 1 THEN '{"wish":"treatment","channel":"phone"}'
        WHEN 2 THEN '{"startsOn":"' || date(began, '+9 days') || '"}'
        WHEN 35 THEN '{"reason":"completed"}'
        ELSE '{"service":"individual-session","minutes":60}'
    END,
    CASE position WHEN 2 THEN '{"at":"' || date(began, '+9 days') || 'T09:00:00Z"}' ELSE '{}' END,
    happened_on || 'T09:30:00Z'
FROM (
    SELECT n, began, position,
        CASE WHEN position = 1 THEN began WHEN position = 2 THEN date(began, '+1 day')
            ELSE date(began, printf('+%d days', 9 + (min(position, 34) - 3) * 7)) END AS happened_on
    FROM person CROSS JOIN place)
WHERE happened_on <= date('now');
COMMIT;
PRAGMA journal_mode = WAL;

-- What of people may be read for a disclosure, and nothing else: for the role that reads at a replica, which sees neither
-- the protection of anybody nor the whereabouts of those who have one. The version is what any change to a person's record
-- changes, on a replica as soon as the change is there.
CREATE VIEW readable_person WITH (security_barrier) AS
  SELECT id, xmin::text::bigint AS version, nhs_number, birth_date, gender, deceased FROM person
  WHERE protection IN ('U', 'R') AND superseded_by IS NULL AND NOT invalidated;

CREATE VIEW readable_name WITH (security_barrier) AS
  SELECT n.person_id, n.place, n.use, n.family, n.given, n.starts_on, n.ends_on FROM person_name n
  WHERE EXISTS (SELECT FROM person p WHERE p.id = n.person_id
    AND p.protection IN ('U', 'R') AND p.superseded_by IS NULL AND NOT p.invalidated);

CREATE VIEW readable_address WITH (security_barrier) AS
  SELECT a.person_id, a.place, a.lines, a.postcode, a.starts_on, a.ends_on, a.since, a.postcode_key, a.premises_key,
    a.name_key
  FROM person_address a
  WHERE EXISTS (SELECT FROM person p WHERE p.id = a.person_id
    AND p.protection = 'U' AND p.superseded_by IS NULL AND NOT p.invalidated);

CREATE VIEW readable_registration WITH (security_barrier) AS
  SELECT r.person_id, r.place, r.ods_code, r.starts_on, r.ends_on, r.registered_on FROM registration r
  WHERE EXISTS (SELECT FROM person p WHERE p.id = r.person_id
    AND p.protection = 'U' AND p.superseded_by IS NULL AND NOT p.invalidated);

-- Whom the number names and the columns behind what is asked for: what is current today, of nobody who must not be
-- traced, and of protected people no address and no practice; nor an address that is really the practice's.
SELECT p.id, p.birth_date, p.deceased, u.family, u.given, a.postcode, r.registered_on::text
FROM person p
LEFT JOIN LATERAL (
  SELECT n.family, n.given FROM person_name n
  WHERE n.person_id = p.id AND n.use = 'usual'
    AND (n.starts_on IS NULL OR n.starts_on <= {today}) AND (n.ends_on IS NULL OR n.ends_on >= {today})
  ORDER BY n.place LIMIT 1
) u ON true
LEFT JOIN LATERAL (
  SELECT h.postcode, h.postcode_key, h.premises_key, h.name_key FROM person_address h
  WHERE h.person_id = p.id
    AND (h.starts_on IS NULL OR h.starts_on <= {today}) AND (h.ends_on IS NULL OR h.ends_on >= {today})
  ORDER BY h.place LIMIT 1
) a ON p.protection = 'U' AND NOT EXISTS (
  SELECT FROM general_practice o
  WHERE o.postcode_key = a.postcode_key AND (o.premises_key = a.premises_key OR o.name_key = a.name_key)
)
LEFT JOIN LATERAL (
  SELECT g.registered_on FROM registration g
  WHERE g.person_id = p.id
    AND (g.starts_on IS NULL OR g.starts_on <= {today}) AND (g.ends_on IS NULL OR g.ends_on >= {today})
  ORDER BY g.place LIMIT 1
) r ON p.protection = 'U'
WHERE p.nhs_number = {nhs_number} AND p.protection <> 'V' AND p.superseded_by IS NULL AND NOT p.invalidated

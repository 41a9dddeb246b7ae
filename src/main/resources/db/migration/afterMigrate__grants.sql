-- What the application's role may do, table by table; said again after every migration, so it cannot drift.

REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- ledger: entries are for ever, particulars only the eraser removes
GRANT SELECT, INSERT ON ledger_entry, ledger_particulars TO "${application}";
GRANT SELECT, DELETE ON ledger_particulars TO eraser;

-- disclosure, casework
GRANT SELECT ON pseudonym_key TO "${application}";
GRANT SELECT, INSERT, UPDATE ON tracing_request, purpose_use TO "${application}";

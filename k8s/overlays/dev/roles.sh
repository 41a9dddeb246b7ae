# Read once by PostgreSQL's image, when the database is made: an owner who is no superuser, and Keycloak's own database.
psql --set=ON_ERROR_STOP=1 --username=postgres --set=owner="$OWNER_PASSWORD" \
  --set=keycloak="$KEYCLOAK_PASSWORD" <<'SQL'
CREATE ROLE registry_owner LOGIN CREATEROLE PASSWORD :'owner';
CREATE DATABASE narrowgate OWNER registry_owner;
CREATE ROLE keycloak LOGIN PASSWORD :'keycloak';
CREATE DATABASE keycloak OWNER keycloak;
SQL

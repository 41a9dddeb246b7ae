# Sets the secrets of the realm's clients to those of the development overlay, and makes staff. Safe to run again.
set -euo pipefail
kcadm() { "${KC_HOME:-/opt/keycloak}/bin/kcadm.sh" "$@" --config /tmp/kcadm.config; }

kcadm config credentials --server "$KEYCLOAK" --realm master --user "$ADMINISTRATOR" --password "$ADMINISTRATOR_PASSWORD"

clients=$(kcadm get clients -r narrowgate --fields id,clientId --format csv --noquotes)
while IFS=, read -r id client; do
  case "$client" in
    narrowgate-console) secret=$CONSOLE_SECRET ;;
    narrowgate-my-record) secret=$MY_RECORD_SECRET ;;
    account* | admin-cli | broker | realm-management | security-admin-console) continue ;;
    *) secret=$CLIENT_SECRET ;;
  esac
  kcadm update "clients/$id" -r narrowgate -s "secret=$secret"
done <<<"$clients"

staff() {
  kcadm create users -r narrowgate -s "username=$1" -s "firstName=$1" -s "lastName=$2" -s "email=$1@narrowgate.example" \
    -s enabled=true || true
  kcadm set-password -r narrowgate --username "$1" --new-password "$CLIENT_SECRET"
  kcadm add-roles -r narrowgate --uusername "$1" --rolename "$2"
}
staff carla caseworker
staff colin caseworker
staff olga overseer
staff ada policy-author
staff paul policy-approver

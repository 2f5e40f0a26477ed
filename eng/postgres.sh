# Sourced by ./test: a throw-away PostgreSQL on loopback, in a folder that goes away with it.
#
#   start_postgres      exports REGENT_TEST_POSTGRES; POSTGRES_FSYNC=on where durability is measured
#   stop_postgres

postgres_folder=

# PostgreSQL refuses to run as root; Debian's package brings the user it wants.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    (cd / && "$@")
  fi
}

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

start_postgres() {
  local bin password port attempt
  bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
  [ -x "$bin/initdb" ] || { echo "PostgreSQL is not installed: its tests will be skipped."; return 0; }

  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/regent-postgres.XXXXXX")
  password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '%s' "$password" >"$postgres_folder/password"
  [ "$(id -u)" != 0 ] || chown -R postgres "$postgres_folder"

  as_postgres "$bin/initdb" -D "$postgres_folder/data" -U regent -A scram-sha-256 --pwfile="$postgres_folder/password" \
    -E UTF8 --locale=C.UTF-8 --no-sync >"$postgres_folder/initdb.log" || { cat "$postgres_folder/initdb.log"; return 1; }

  for attempt in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    ! is_taken "$port" || continue
    if as_postgres "$bin/pg_ctl" start -s -w -t 60 -D "$postgres_folder/data" -l "$postgres_folder/data/log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$postgres_folder' -c fsync=${POSTGRES_FSYNC:-off} -c max_connections=200"; then
      export REGENT_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=regent;Password=$password;Database=postgres"
      return 0
    fi
  done
  cat "$postgres_folder/data/log"
  return 1
}

stop_postgres() {
  local pid waited=0
  [ -n "$postgres_folder" ] || return 0
  if pid=$(head -n 1 "$postgres_folder/data/postmaster.pid" 2>/dev/null); then
    kill -QUIT "$pid" 2>/dev/null || true
    while kill -0 "$pid" 2>/dev/null && [ "$waited" -lt 100 ]; do
      sleep 0.1
      waited=$((waited + 1))
    done
  fi
  rm -rf "$postgres_folder"
  postgres_folder=
}

# Sourced by the scripts at the root: builds a program when its sources changed since the last build, and only then.
#
#   built Regent.Server Regent.Server.dll     prints the path of the built dll

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# The stamp is as old as the start of the build, so that an edit made meanwhile is not missed. Folders count
# as well as files: theirs is the only time that changes when a file goes away.
is_fresh() {
  local project=$1 stamp=$2 watched
  [ -f "$stamp" ] || return 1
  case $project in
    Regent.Cli) watched=("$root/src/Regent.Cli") ;;
    *) watched=("$root/src" "$root/eng/ahead") ;;
  esac
  [ -z "$(find "${watched[@]}" "$root"/Directory.* "$root/global.json" -newer "$stamp" -print -quit)" ]
}

build() {
  local project=$1 stamp=$2 log status=0
  is_fresh "$project" "$stamp" && return
  echo "Building $project ..." >&2
  touch "$stamp.started"
  # Whoever starts it need not wait for the rules of style; ./test asks for them.
  log=$(dotnet build "$root/src/$project" -c Release -v q --nologo -p:RunAnalyzers=false -p:EnforceCodeStyleInBuild=false 2>&1 </dev/null) || status=$?
  if [ "$status" -ne 0 ]; then
    grep -E '(error|warning) [A-Z]+[0-9]+' <<<"$log" | sort -u >&2 || echo "$log" >&2
    return "$status"
  fi
  mv "$stamp.started" "$stamp"
}

built() {
  local project=$1 dll="$root/artifacts/bin/$1/release/$2" stamp="$root/artifacts/$1.built"
  command -v dotnet >/dev/null || { echo "Regent needs the .NET SDK 10: https://dotnet.microsoft.com/download" >&2; return 1; }
  mkdir -p "$root/artifacts"
  [ -f "$dll" ] || rm -f "$stamp"
  if ! is_fresh "$project" "$stamp"; then
    if command -v flock >/dev/null; then
      # Two builds at once would trip over each other. The compiler's servers outlive the build and must not inherit the lock.
      { flock 9; build "$project" "$stamp" 9>&-; } 9>"$root/artifacts/build.lock" || return
    else
      build "$project" "$stamp" || return
    fi
  fi
  echo "$dll"
}

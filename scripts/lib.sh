# shellcheck shell=bash disable=SC2034
# What the scripts in this folder share. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc 2>/dev/null || echo 2)}

say() { printf '%s\n' "$*"; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# Print the comment at the head of a script: its help.
#   usage FILE
usage() { awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "$1"; }

# Run a command with its output in a log; show the end of the log if it fails.
#   quietly LOG COMMAND [ARGUMENT...]
quietly() {
    local log=$1 code=0
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 || code=$?
    if ((code != 0)); then
        tail -n 60 "$log" >&2
        printf '\nFailed (exit code %d): %s\nThe whole output: %s\n' "$code" "$*" "$log" >&2
    fi
    return "$code"
}

# Configure a preset and build its targets, all of them if none is named.
#   build PRESET [TARGET...]
build() {
    local preset=$1 targets=()
    shift
    if (($# > 0)); then targets=(--target "$@"); fi
    say "Building the $preset preset with $jobs jobs (minutes at first, then only what changed) ..."
    quietly "build/$preset-configure.log" cmake --preset "$preset" &&
        quietly "build/$preset-build.log" cmake --build --preset "$preset" --parallel "$jobs" \
            "${targets[@]}"
}

# Print the first Python that has all the modules. The one on PATH may be another than the
# system's, which has the packages of scripts/packages.txt. AZALAI_PYTHON, if set, comes first.
#   python_with MODULE...
python_with() {
    local candidate modules
    modules=$(IFS=,; printf '%s' "$*")
    for candidate in ${AZALAI_PYTHON:+"$AZALAI_PYTHON"} /usr/bin/python3 python3; do
        if "$candidate" -c "import $modules" 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    fail "No Python here has all of: $*. Run scripts/setup, or set AZALAI_PYTHON to one that has."
}

# Files of the repository, tracked or new, that match the patterns, NUL between them.
#   source_files PATTERN...
source_files() {
    local file
    while IFS= read -r -d '' file; do
        if [[ -f $file ]]; then printf '%s\0' "$file"; fi
    done < <(git ls-files -z --cached --others --exclude-standard -- "$@")
}

# The same for Bash scripts, which have no extension.
shell_files() { source_files scripts .ci | xargs -0 grep -lZ -E '^#(!.*bash|.*shell=bash)'; }

# Sets java_home and java to a JDK that is new enough, or says what to install.
# Read by the scripts here with ". bin/lib/java.sh"; not a program of its own.

java_needed=25

# The first number of JAVA_VERSION in the file "release" that every JDK has; no JVM starts for it.
java_version() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] &&
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
}

is_new_enough() {
    version=$(java_version "$1") || return 1
    [ -n "$version" ] && [ "$version" -ge "$java_needed" ]
}

# What "java" on the PATH belongs to.
java_on_path() {
    program=$(command -v java) || return 1
    while [ -h "$program" ]; do
        link=$(readlink "$program")
        case $link in
            /*) program=$link ;;
            *) program=$(dirname "$program")/$link ;;
        esac
    done
    (cd "$(dirname "$program")/.." && pwd -P)
}

# POLITELY_JAVA_PLACES, a directory, stands in for the usual places: a machine without Java in a test.
find_java() {
    usual=${POLITELY_JAVA_PLACES:-}
    for candidate in \
        "${JAVA_HOME:-}" \
        "$(java_on_path || true)" \
        "${usual:-/usr/lib/jvm}"/* \
        "${usual:-/usr/java}"/* \
        "${usual:-/opt/java}"/* \
        "${usual:-/Library/Java/JavaVirtualMachines}"/*/Contents/Home \
        "${usual:-${HOME:-}/.sdkman/candidates/java}"/* \
        "${usual:-${HOME:-}/.jdks}"/*; do
        if [ -n "$candidate" ] && is_new_enough "$candidate"; then
            java_home=$candidate
            java=$candidate/bin/java
            return 0
        fi
    done
    printf '%s\n' "Politely needs Java $java_needed, and none was found: install a JDK $java_needed or newer (for example Temurin from https://adoptium.net), or set JAVA_HOME to one." >&2
    exit 1
}

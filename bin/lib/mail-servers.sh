#!/bin/sh
# Installs the servers of mail and calendars that bin/check --real starts for itself, where that is allowed. Their services stay off:
# the tests run them with settings, directories and ports of their own.
set -eu

# Program and Debian package; a further server is a further line.
servers="dovecot:dovecot-imapd postfix:postfix radicale:radicale"

for server in $servers; do
    program=${server%%:*}
    package=${server#*:}
    PATH=$PATH:/usr/sbin
    if command -v "$program" >/dev/null; then
        echo "ok    $program is there"
        continue
    fi
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "fail  $program is missing: install the package $package" >&2
        exit 1
    fi
    # Nothing may start the service of the machine.
    policy=/usr/sbin/policy-rc.d
    made=false
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
        made=true
    fi
    apt-get update -qq
    # Postfix would ask what to be; it is nothing but its programs here.
    echo "postfix postfix/main_mailer_type select No configuration" | debconf-set-selections
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null
    if $made; then
        rm "$policy"
    fi
    echo "ok    $program is installed"
done

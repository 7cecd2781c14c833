# Makes the classes of the tests runnable from the shell: sets classpath.
# Read by the scripts here with ". bin/lib/classes.sh" after find_java.

prepare_classes() {
    stamp=$home/target/test-classpath.txt
    if [ ! -f "$stamp" ] || [ -n "$(find "$home/pom.xml" "$home/src" -newer "$stamp" -print | head -n 1)" ]; then
        mkdir -p "$home/target"
        JAVA_HOME=$java_home "$home/mvnw" -q -B -f "$home/pom.xml" test-compile \
            dependency:build-classpath -Dmdep.outputFile="$stamp.new" >"$home/target/build.log" 2>&1 </dev/null || {
            grep -m 3 ERROR "$home/target/build.log" >&2 || cat "$home/target/build.log" >&2
            exit 1
        }
        mv "$stamp.new" "$stamp"
    fi
    classpath=$home/target/test-classes:$home/target/classes:$(cat "$stamp")
}

# Builds into processors/target/app/<stamp>/, where the stamp stands for paths, sizes and times of all sources. A
# folder with the present stamp is the proof that nothing has to be built, and a hub that runs keeps its jars when the
# next build makes another folder.

apps=$root/processors/target/app

stamp() {
  (cd "$root" && find pom.xml */pom.xml transformers/src/main processors/src/main -printf '%p %s %T@ %y\n' 2>/dev/null) |
    LC_ALL=C sort | cksum | tr ' ' -
}

# Prints the folder of the present build; builds first where there is none.
built_app() {
  local app
  app=$apps/$(stamp)
  if [[ ! -f $app/classpath ]]; then
    build >&2
    app=$apps/$(stamp)
    [[ -f $app/classpath ]] || complain 'the sources changed during the build; start again' 1
  fi
  printf '%s' "$app"
}

class_path() {
  local names
  names=$(<"$1/classpath")
  printf '%s' "${names//@/$1}"
}

build() {
  need_build_tools
  mkdir -p "$root/.serai" 2>/dev/null || complain "$root cannot be written to, and there is no build in it yet"
  exec 9>"$root/.serai/build.lock"
  flock -n 9 || { echo 'serai: waiting for another build'; flock 9; }
  local app
  app=$apps/$(stamp)
  [[ -f $app/classpath ]] || package "$app"
  exec 9>&-
}

package() {
  local log=$root/.serai/build.log begin=$SECONDS
  echo "serai: building, since $([[ -d $apps ]] && echo 'sources changed' || echo 'this is the first use') (log: $log)"
  rm -rf "$root/processors/target/lib"
  (cd "$root" && JAVA_HOME=$java_home mvn -B -Dquick -Dmaven.test.skip=true package 9>&- </dev/null 2>&1) |
    tee "$log" | progress || complain "the build failed; $log says why" 1
  assemble "$1"
  echo "serai: built in $((SECONDS - begin)) s"
}

# Maven's own lines, boiled down to one for each module and each hundred downloads, and all errors.
progress() {
  local line downloads=0
  while IFS= read -r line; do
    case $line in
      *'Downloaded from'*) ((++downloads % 100)) || echo "serai:   $downloads files downloaded" ;;
      '[INFO] Building '*'['*) line=${line#\[INFO\] Building }; echo "serai:   ${line%% 0*}" ;;
      '[ERROR]'*) printf '%s\n' "$line" ;;
    esac
  done
  ((downloads == 0)) || echo "serai:   $downloads files downloaded"
}

# Copies what Maven made to its folder; the rename at the end makes it count.
assemble() {
  local new=$apps/new.$$ jar names=''
  mkdir -p "$new"
  cp -l "$root"/processors/target/lib/*.jar "$new" 2>/dev/null || cp "$root"/processors/target/lib/*.jar "$new"
  rm -f "$new"/serai-*.jar
  cp "$root"/processors/target/serai-processors-*.jar "$root"/transformers/target/serai-transformers-*.jar "$new"
  for jar in "$new"/serai-*.jar "$new"/[!s]*.jar "$new"/s[!e]*.jar "$new"/se[!r]*.jar; do
    [[ -f $jar ]] && names+="${names:+:}@/${jar##*/}"
  done
  printf '%s' "$names" >"$new/classpath"
  rm -rf "$1" && mv "$new" "$1"
  train "$1"
  forget_old
}

# A training run writes the loaded classes to an archive that later starts map into memory.
train() {
  "$java" "${jvm_flags[@]}" "-Dserai.checkout=$root" -XX:ArchiveClassesAtExit="$1/training.jsa" -Xlog:disable \
    -cp "$(class_path "$1")" dev.serai.command.Training </dev/null >/dev/null 2>&1 &&
    mv "$1/training.jsa" "$1/serai.jsa" || rm -f "$1/training.jsa"
}

# Keeps the two builds before this one, for hubs that still run on them.
forget_old() {
  find "$apps" -mindepth 1 -maxdepth 1 -type d -printf '%T@ %p\n' | sort -rn | tail -n +4 | cut -d' ' -f2- |
    while IFS= read -r old; do rm -rf "$old"; done
}

# Sourced by `platica` and `check`, which set `here`: finds Python and has everything prepared.

# Prints the first Python that is new enough; says how to get one and fails where there is none.
find_python() {
  for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      command -v "$name"
      return 0
    fi
  done
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    es*) echo 'Plática necesita Python 3.11 o más nuevo. Instálelo con esta línea y repita la orden:' >&2 ;;
    *) echo 'Plática needs Python 3.11 or newer. Install it with this line and repeat the command:' >&2 ;;
  esac
  if command -v apt-get >/dev/null; then echo '  sudo apt-get install python3 python3-venv' >&2
  elif command -v dnf >/dev/null; then echo '  sudo dnf install python3' >&2
  elif command -v pacman >/dev/null; then echo '  sudo pacman -S python' >&2
  elif command -v apk >/dev/null; then echo '  sudo apk add python3' >&2
  else echo '  brew install python' >&2
  fi
  return 1
}

# prepare run|check [--no-system] [--without-pdf]
# .venv keeps a copy of the requirements it was made from; while the copy is the same there is nothing to do.
prepare() {
  if [ -x "$here/.venv/bin/python" ] && cmp -s "$here/requirements/$1.txt" "$here/.venv/installed-$1.txt"; then
    return 0
  fi
  found=$(find_python) || return 1
  "$found" "$here/scripts/prepare.py" "$@"
}

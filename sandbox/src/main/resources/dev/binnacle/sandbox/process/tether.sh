# shellcheck shell=sh
# tether TENTHS alone|shared COMMAND...: becomes COMMAND, and leaves a watcher behind that ends it when standard input
# closes: it asks first, and kills after TENTHS tenths of a second, the whole process group where that is its own.
tenths=$1 group=$2
shift 2
exec 3<&0
(
  trap '' INT HUP TERM
  read -r _ <&3
  kill -TERM $$
  passed=0
  while kill -0 $$ && [ "$passed" -lt "$tenths" ]; do
    sleep 0.1
    passed=$((passed + 1))
  done
  kill -KILL $$
  [ "$group" = shared ] || kill -KILL 0
) </dev/null >/dev/null 2>&1 &
exec "$@" 3<&- </dev/null

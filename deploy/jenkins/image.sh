#!/busybox/sh
# image.sh: builds SERVICE's image from this folder with kaniko and pushes it as IMAGE, with TAG as its version. Wants
# REGISTRY_CONFIG, the registry's config.json.
set -eu
export DOCKER_CONFIG=/kaniko/.docker
cp "$REGISTRY_CONFIG" "$DOCKER_CONFIG/config.json"
trap 'rm -f "$DOCKER_CONFIG/config.json"' EXIT
# Cleaned up afterwards, so that the next image begins from nothing, too.
/kaniko/executor --context="dir://$PWD" --dockerfile="$SERVICE/Dockerfile" --build-arg="VERSION=$TAG" \
  --destination="$IMAGE" --reproducible --cleanup

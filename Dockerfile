# The hub in a container. NOT BUILT where it was written (no container tools there): try it before you rely on it.
# Guide: docs/guides/containers.md

FROM docker.io/library/maven:3.9-eclipse-temurin-17 AS build
WORKDIR /opt/serai
COPY . .
# Builds what ./serai would build on first use, and proves that it starts.
RUN ./serai version && rm -rf /root/.m2

FROM docker.io/library/eclipse-temurin:17-jdk
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /instance serai \
  && install -d -o serai -g serai /instance /instance/data
# COPY keeps the times of files between stages, by which ./serai knows that the build is the present one.
COPY --from=build /opt/serai /opt/serai
USER serai
ENV SERAI_HOME=/instance
# The instance: /instance/config and /instance/routes are yours, /instance/data is the hub's (admin.key, H2, broker, spool).
VOLUME ["/instance"]
EXPOSE 8080
# Live: a hub that waits for its database is well enough not to be restarted. 401 and 403 cannot come here: it needs no key.
HEALTHCHECK --interval=15s --timeout=5s --start-period=90s --retries=4 \
  CMD curl --fail --silent --show-error --insecure "${SERAI_HEALTH_URL:-http://127.0.0.1:8080/observe/health/live}" || exit 1
STOPSIGNAL SIGTERM
ENTRYPOINT ["/opt/serai/serai"]
CMD ["run"]

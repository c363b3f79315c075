# Build:   docker build -t lianluo .
# Try:     docker run -it --rm lianluo
# Run:     docker run -d --name lianluo --restart unless-stopped --env-file .env \
#            -v lianluo:/var/lib/lianluo lianluo
# A tool:  docker exec lianluo node /opt/lianluo/tools/code/index.ts
#
# To use a folder of the host in place of the volume, give it to uid 10001. A webhook needs its
# port: -p 8443:8443. Own holidays: -v ./data/holidays:/opt/lianluo/data/holidays:ro
FROM node:24-bookworm-slim AS modules
WORKDIR /opt/lianluo
# A clone has a lock file, a package that was unpacked has a shrinkwrap: the same under another name.
COPY package.json package-lock.json* npm-shrinkwrap.json* ./
# The image has Node 24 already, so the install script that fetches it need not run, nor any other.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production
RUN useradd --uid 10001 --user-group --no-create-home --home-dir /var/lib/lianluo \
      --shell /usr/sbin/nologin lianluo \
 && install -d -m 0700 -o lianluo -g lianluo /var/lib/lianluo
COPY --from=modules /opt/lianluo/node_modules /opt/lianluo/node_modules
COPY . /opt/lianluo
USER lianluo
# The bot keeps its data in data/store/ of the folder in which it is started.
WORKDIR /var/lib/lianluo
VOLUME /var/lib/lianluo
# With HEALTH_PORT set the bot is asked whether it lives; without it there is nothing to ask.
HEALTHCHECK --interval=60s --timeout=5s --start-period=60s CMD ["node", "-e", \
  "const p = process.env.HEALTH_PORT; if (p) fetch(`http://127.0.0.1:${p}/healthz`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# Docker starts Node itself, because npm does not pass on the signal to stop.
CMD ["node", "/opt/lianluo/start.mjs"]

/** The registrable domain, guessed from the last labels: of `api.shop.example` and `www.shop.co.uk`. */
export const siteOf = (host: string): string =>
  /[^.]+\.(?:[^.]{1,3}\.[^.]{2}|[^.]+)$/.exec(host)?.[0] ?? host;

/** What the shipped configuration of nginx declares (`kong/templates/nginx_kong.lua`). Others come from `nginx_http_*` settings. */
const SHIPPED: ReadonlySet<string> = new Set(
  (
    'kong kong_locks kong_healthchecks kong_cluster_events kong_rate_limiting_counters kong_core_db_cache ' +
    'kong_core_db_cache_miss kong_db_cache kong_db_cache_miss kong_secrets kong_process_events kong_dns_cache ' +
    'prometheus_metrics'
  ).split(' '),
);

/** Whether nginx has a `lua_shared_dict` of this name, when nothing was added to its configuration. */
export const sharedDictionary = (name: string): boolean => SHIPPED.has(name);

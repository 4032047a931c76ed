/** The whole style of the page; its digest is in the page's policy, so that no other style applies. */
export const STYLE = `:root{color-scheme:light dark;--ink:#1c2024;--paper:#fff;--soft:#5b636b;--line:#d5dae0;--box:#f5f7f9;--good:#116329;--bad:#b3161b;--warn:#7a4d00;--code:#0a4b8f;--mark:#ffe08a}
@media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--paper:#15181b;--soft:#a2abb4;--line:#3a4148;--box:#1e2327;--good:#6fd08c;--bad:#ff8a84;--warn:#f0c060;--code:#8ec1ff;--mark:#6b5200}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:72rem;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.25rem;margin:0 0 1rem}
h2{font-size:1rem;margin:0 0 .25rem;color:var(--soft)}
section{border-top:1px solid var(--line);padding:.75rem 0}
p{margin:0 0 .25rem}
pre,table{background:var(--box);border:1px solid var(--line);border-radius:.25rem;margin:.5rem 0}
pre{padding:.5rem .75rem;overflow-x:auto;font:.875rem/1.45 ui-monospace,monospace}
code{font:.9em ui-monospace,monospace;color:var(--code)}
mark{background:var(--mark);color:inherit}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem;border-bottom:1px solid var(--line)}
ol.steps{list-style:none;margin:0;padding:0}
ol.steps li{padding:.125rem 0}
.strong{font-weight:600}.good{color:var(--good)}.bad{color:var(--bad)}.warn{color:var(--warn)}.dim{color:var(--soft)}.code{color:var(--code)}
.outcome{display:inline-block;min-width:6.5em}
footer{border-top:1px solid var(--line);padding-top:.5rem;color:var(--soft);font-size:.875rem}
@media (min-width:48rem){section{display:grid;grid-template-columns:6rem minmax(0,1fr)}section>h2{margin:0}section>div{min-width:0}section>div:only-child{grid-column:1/-1}}
@media print{body{max-width:none}pre{white-space:pre-wrap;overflow:visible}section{break-inside:avoid}}
`;

/** `sha256-` source of {@link STYLE} for the policy; a test recomputes it. */
export const STYLE_HASH = 'sha256-HSfjKPYdLOl70SMqlVMEPohrb1JUbY9Isd3L8jFNwRc=';

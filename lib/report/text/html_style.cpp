#include "report/text/html_style.hpp"

namespace promptctl {

const std::string_view html_style = R"(* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
article + article { border-top: 3px solid var(--line); margin-top: 3rem; }
h1 { font-size: 1.5rem; line-height: 1.3; }
h2 { font-size: 1.2rem; margin-top: 2.5rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
.outcome { font-size: 1.25rem; font-weight: 600; margin: 1rem 0; }
.worse { color: var(--worse); font-weight: 600; }
.better { color: var(--better); font-weight: 600; }
.open, .drift { color: var(--open); font-weight: 600; }
.quiet, .signature { color: var(--quiet); font-size: .875rem; }
.signature { font-family: ui-monospace, monospace; font-size: .8rem; }
.scroll { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; color: var(--quiet); font-size: .875rem; padding-bottom: .3rem; }
th, td { padding: .35rem .55rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
td { white-space: nowrap; }
td:last-child:not(.number) { white-space: normal; min-width: 10rem; }
th[scope=col] { color: var(--quiet); font-weight: 600; white-space: nowrap; }
th[scope=row] { font-weight: 600; min-width: 8rem; overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
pre { margin: 0; padding: .6rem .75rem; background: var(--block); border: 1px solid var(--line); border-radius: 6px;
  white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.45 ui-monospace, monospace; }
.replies { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1rem; }
.replies h5 { margin: 0 0 .25rem; font-size: .85rem; color: var(--quiet); }
.replies ul { margin: .5rem 0 0; padding-left: 1.25rem; font-size: .9rem; }
.diff span { display: block; }
.diff .removed { background: var(--removed); }
.diff .added { background: var(--added); }
.diff .place { color: var(--quiet); }
.diff del { background: var(--removed-word); text-decoration: line-through; }
.diff ins { background: var(--added-word); text-decoration: underline; }
.forest { display: block; width: 100%; min-width: 30rem; max-width: 44rem; font: 13px system-ui, sans-serif; }
.forest text { fill: var(--text); text-anchor: end; }
.forest .axis { fill: var(--quiet); text-anchor: middle; }
.forest line { stroke: var(--quiet); stroke-width: 2; }
.forest .zero { stroke-width: 1; stroke-dasharray: 3 3; }
.forest circle { fill: var(--page); stroke: var(--quiet); stroke-width: 2; }
.forest .worse line, .forest .worse circle { stroke: var(--worse); fill: var(--worse); }
.forest .better line, .forest .better circle { stroke: var(--better); fill: var(--better); }
@media (max-width: 30rem) {
  h1 { font-size: 1.25rem; }
  main { padding: .75rem; }
}
@media print {
  :root { color-scheme: light; }
  main { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  table { font-size: .75rem; }
  th, td { padding: .2rem .4rem; }
  td { white-space: normal; }
  tr, svg, .case h4 { break-inside: avoid; }
  h2, h3, h4 { break-after: avoid; }
}
)";

}  // namespace promptctl

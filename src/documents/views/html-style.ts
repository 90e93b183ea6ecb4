/** The look of the companion, in one style sheet: light and dark, desktop and phone, screen and paper. */
export const STYLE = `
:root{color-scheme:light dark;
--paper:light-dark(#FDFBF6,#191714);--leaf:light-dark(#F6F1E6,#221F1A);--raise:light-dark(#FFFFFF,#2A2621);
--ink:light-dark(#16201F,#E9ECE7);--ink2:light-dark(#47534F,#B7C0BC);--ink3:light-dark(#5F6B67,#98A39F);
--line:light-dark(#E2DACA,#3B352C);--edge:light-dark(#7F8A86,#75817E);
--yes:light-dark(#12446B,#93C5EC);--open:light-dark(#835100,#E3B768);--clash:light-dark(#A1232B,#FF9F97);
--serum:light-dark(#7A3384,#D7A6E0);--zone:light-dark(#E6EEE9,#22302A);--focus:light-dark(#0B57D0,#A8C7FA);
--serif:"Source Serif 4 Variable","Source Serif 4","Iowan Old Style","Palatino Linotype",Palatino,Georgia,serif;
--sans:"Source Sans 3 Variable","Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif;--gut:3rem}
[data-theme=light]{color-scheme:light}[data-theme=dark]{color-scheme:dark}
*,*::before,*::after{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.1875rem/1.6 var(--sans);font-variant-numeric:lining-nums tabular-nums;text-rendering:optimizeLegibility;overflow-wrap:break-word}
h1,h2,h3,p,ol,ul,dl,dd,figure,table{margin:0;padding:0}ol,ul{list-style:none}
h1,h2{font-family:var(--serif);font-weight:400;text-wrap:balance}p,li,dd{text-wrap:pretty}
h1{font-size:3rem;line-height:1.12;letter-spacing:-.012em;max-width:15em}
h2{font-size:1.875rem;line-height:1.2;margin-bottom:1.25rem}
h3{font:600 1.1875rem/1.4 var(--sans);margin:2rem 0 .5rem}h2+h3{margin-top:0}
a{color:inherit;text-decoration:underline;text-decoration-color:var(--edge);text-decoration-thickness:1px;text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
a.term{text-decoration:underline dotted 2px var(--open);text-underline-offset:.22em}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:3px}
.skip{position:absolute;left:1rem;top:-4rem;background:var(--raise);padding:.5rem 1rem;z-index:9}.skip:focus{top:.5rem}
.in{max-width:66rem;margin:0 auto;padding:0 var(--gut)}
.hello{background:var(--leaf);border-bottom:1px solid var(--line)}.hello .in{padding-top:2.75rem;padding-bottom:2.5rem}
.lead{font:400 1.4375rem/1.5 var(--serif);max-width:31em;margin-top:1rem}
.notice{margin-top:1rem;max-width:38em;color:var(--ink2)}
.contents{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:1.75rem}
.contents a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 1rem;border:1px solid var(--edge);border-radius:1.375rem;text-decoration:none;font-size:1.0625rem}
.contents a:hover{background:var(--raise)}
section{padding:2.75rem 0;border-bottom:1px solid var(--line)}section:last-of-type{border:0}
section>p,section>ul,section>ol{max-width:38em}
section>p+p,section>ul+p,section>ol+p,figure+p,table+p,.road+p{margin-top:.75rem}
.note{color:var(--ink2)}
sup{white-space:nowrap;line-height:0;font-size:.75em}sup a{color:var(--ink3);text-decoration:none;padding:.5em .25em}sup a:hover{text-decoration:underline}
.pair{columns:2;column-gap:2rem;max-width:none!important}.list li{break-inside:avoid;padding:.25rem 0 .25rem 1.25rem;position:relative}.list li::before{content:"";position:absolute;left:0;top:1em;width:.5rem;border-top:2px solid var(--edge)}
.ask{counter-reset:q}.ask li{counter-increment:q;display:grid;grid-template-columns:2.25rem 1fr;padding:.5rem 0;font:400 1.3125rem/1.4 var(--serif)}
.ask li::before{content:counter(q);color:var(--ink2);font-style:italic}
.checks{max-width:38em}.checks li{border-bottom:1px solid var(--line)}
.checks label{display:grid;grid-template-columns:1.75rem 1fr;gap:.75rem;padding:.75rem 0;cursor:pointer}
.checks input{width:1.5rem;height:1.5rem;margin:.1875rem 0 0;accent-color:var(--yes)}
.call{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:2rem;margin-top:1.5rem}
.call>div{border-top:4px solid var(--clash);padding-top:.875rem}.call>.today{border-top-width:2px;border-color:var(--ink)}.call>.week{border-top-width:1px;border-color:var(--ink)}
.call h3{margin:0 0 .5rem;display:flex;gap:.5rem;align-items:baseline}.call h3 svg{width:.8em;height:.8em;flex:none;color:var(--clash)}
.call li{padding:.25rem 0}.call+p{margin-top:1.25rem}
.letters{max-width:46rem;margin-top:.5rem}.letters li{display:grid;grid-template-columns:4rem 1fr;gap:.5rem 1rem;padding:1rem 0;border-top:1px solid var(--line)}
.letters .big{font:400 3.5rem/1 var(--serif);color:var(--yes)}.letters p+p{margin-top:.5rem;color:var(--ink2)}
.value{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:1rem 4rem;padding:1.25rem 0}.value+.value{border-top:1px solid var(--line)}
.value h3{margin:0 0 .5rem}.value p+p{margin-top:.5rem}.value .nb{white-space:nowrap}
figcaption{font-size:1rem;color:var(--ink2)}
.plot{position:relative;height:11rem;margin:2.25rem 3.5rem 2.5rem .5rem;border-bottom:1px solid var(--ink)}
.plot>svg{position:absolute;inset:0;width:100%;height:100%;overflow:visible}.plot svg *{vector-effect:non-scaling-stroke}
.zone{position:absolute;left:-.5rem;right:0;background:var(--zone);border:0 solid var(--yes)}.zone.upper{bottom:0;border-top-width:2px}.zone.lower{top:0;border-bottom-width:2px}
.zone b{position:absolute;left:calc(100% + .375rem);font:500 1rem/1 var(--sans);white-space:nowrap}.zone.upper b{top:-.5rem}.zone.lower b{bottom:-.5rem}
.pt{position:absolute;width:15px;height:15px;translate:-50% 50%;color:var(--yes)}.pt svg{display:block;width:15px;height:15px}.serum .pt{color:var(--serum)}
.v{text-shadow:0 0 2px var(--paper),0 0 3px var(--paper),0 0 4px var(--paper);position:absolute;font-weight:600;line-height:1;translate:-50% 0;margin-bottom:.75rem;white-space:nowrap}
.x{position:absolute;top:calc(100% + .5rem);font-size:1rem;line-height:1.2;color:var(--ink2);translate:-50%;white-space:nowrap}.x.first{translate:-1rem}.x.last{translate:calc(-100% + 1rem)}
details{font-size:1rem}summary{cursor:pointer;color:var(--ink2);min-height:2.75rem;display:flex;align-items:center}summary::before{content:"+";margin-right:.5rem;font-weight:600}details[open] summary::before{content:"–"}details table{max-width:20rem}
table{border-collapse:collapse;width:100%;border-top:1px solid var(--ink);border-bottom:1px solid var(--ink);font-size:1.0625rem;line-height:1.45;margin-top:1rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;vertical-align:top;padding:.625rem 1.5rem .625rem 0;font-weight:400;border-top:1px solid var(--line)}thead th{border:0;font-weight:600}
.road{position:relative;padding-left:1.75rem;margin-top:1.5rem;max-width:46rem}.road::before{content:"";position:absolute;left:6px;top:.75rem;bottom:1rem;border-left:2px solid var(--edge)}
.road>li{position:relative;padding:.375rem 0 1.25rem}.road>li::before{content:"";position:absolute;left:-1.75rem;top:.8rem;width:14px;height:14px;border-radius:50%;background:var(--yes)}
.road>li.next::before,.road>li.plain::before{background:var(--paper);border:2px solid var(--edge)}.road>li.next::before{border:2px dotted var(--open)}
.road h3{margin:0}.road h3 span{font-weight:400;color:var(--ink2)}.road h3 em{font:italic 400 1.0625rem var(--serif);color:var(--yes);margin-left:.75rem}.road li li{padding:.125rem 0}
.terms{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem 4rem}.terms dt{font-weight:600}.terms dd{color:var(--ink2)}.terms div:target{background:var(--leaf);outline:.5rem solid var(--leaf)}
.refs{font-size:1rem;line-height:1.5;max-width:46rem}.refs li{display:grid;grid-template-columns:2.25rem 1fr;padding:.25rem 0}.refs li>span:first-child{color:var(--ink3)}.refs :target,.refs li:target{background:var(--leaf)}
.fields>div{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,2fr);gap:.25rem 2rem;padding:.875rem 0;border-top:1px solid var(--line)}.fields dt{font-weight:600}.fields .rule{height:2rem;border-bottom:1px dotted var(--edge)}
.foot{padding:1.25rem 0 3rem;color:var(--ink2);font-size:1rem;border-top:1px solid var(--line);display:flex;gap:.25rem 2rem;flex-wrap:wrap}
.sheet{font-size:1rem;line-height:1.5}.sheet section>:is(p,ul,ol){max-width:none}.sheet h1{font-size:2.125rem}.sheet .lead{font-size:1.1875rem}.sheet h2{font-size:1.3125rem;margin-bottom:.5rem}.sheet section{padding:1.25rem 0}.sheet table{font-size:.9375rem;margin-top:.5rem}.sheet th,.sheet td{padding:.25rem 1rem .25rem 0}.sheet .hello .in{padding-top:1.5rem;padding-bottom:1.5rem}.sheet .ask li{font-size:1rem;font-family:var(--sans);padding:.125rem 0}
@media screen and (max-width:899px){:root{--gut:2rem}.call,.value,.terms{grid-template-columns:minmax(0,1fr);gap:1.5rem}.value{gap:.5rem}.fields>div{grid-template-columns:minmax(0,1fr)}}
@media screen and (max-width:599px){:root{--gut:1.125rem}body{font-size:1.125rem}h1{font-size:2.25rem}.lead{font-size:1.25rem}.hello .in{padding-top:1.75rem;padding-bottom:1.75rem}section{padding:2rem 0}
.contents{gap:.375rem}.contents a{padding:0 .75rem;font-size:1rem}.letters li{grid-template-columns:2.75rem 1fr}.letters .big{font-size:2.5rem}
.v:not(.k),.x:not(.k){display:none}.plot{margin-right:3rem}
main table:not(details table) thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}main table:not(details table) :is(tr,th,td){display:block}main table:not(details table) tr{padding:.75rem 0;border-top:1px solid var(--line)}main table:not(details table) :is(th,td){border:0;padding:.125rem 0}main table:not(details table) th{font-weight:600}main table:not(details table) td[data-head]::before{content:attr(data-head) ": ";color:var(--ink2)}}
@page{size:A4;margin:16mm 16mm 18mm}
@media print{*{print-color-adjust:exact;-webkit-print-color-adjust:exact}:root{color-scheme:light;--paper:#fff;--leaf:#fff;--gut:0;--line:#B5BBB7;font-size:75%}
body{background:#fff}.contents,.skip{display:none}.in,.hello .in{padding:0;max-width:none}.hello{background:none;border:0}h1{font-size:2.25rem}section{padding:1.25rem 0}h2,h3{break-after:avoid}tr,li,figure,.value,.call>div,.terms div,.fields>div{break-inside:avoid}a{text-decoration:none}a.term{text-decoration:underline dotted 1px var(--open)}
.call{gap:1rem}.checks input{appearance:none;border:1px solid #000;width:1rem;height:1rem;margin-top:.35rem}.plot{height:9rem}summary,details.told{display:none}details::details-content{content-visibility:visible;block-size:auto}.foot{padding:.75rem 0 0}.refs{font-size:.875rem}}
`

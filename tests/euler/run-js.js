#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// node run-js.js ENGINE OUT.json     ENGINE: vennjs | upset | mermaid | edeap | edeap-sa
// Every engine gets full information; Math.random is seeded per case, so runs repeat.
'use strict';
const fs = require('fs');
const { rng } = require('./lib/geom');
const [, , engine, outFile, seedArg] = process.argv;
const corpus = JSON.parse(fs.readFileSync(__dirname + '/corpus.json'));
const seed = +(seedArg || 1);

function inclusive(c) {                       // venn.js input: sizes of intersections, not of zones
  const n = c.sets.length, idx = new Map(c.sets.map((s, i) => [s, i])), z = c.zones.map((z) => [z.sets.reduce((m, s) => m | 1 << idx.get(s), 0), z.weight]);
  const size = (m) => z.reduce((t, [k, w]) => t + ((k & m) === m ? w : 0), 0), out = [], inc = new Map();
  for (let m = 1; m < 1 << n; m++) inc.set(m, size(m));
  for (let m = 1; m < 1 << n; m++) {
    const ids = c.sets.filter((_, i) => m >> i & 1);
    if (ids.length <= 2) { out.push({ sets: ids, size: inc.get(m) }); continue; }
    let pairs = true; for (let a = 0; a < n && pairs; a++) for (let b = a + 1; b < n; b++) if ((m >> a & 1) && (m >> b & 1) && !inc.get(1 << a | 1 << b)) { pairs = false; break; }
    if (pairs) out.push({ sets: ids, size: inc.get(m) });
  }
  return out;
}
(async () => {
  let layout;
  if (engine === 'vennjs' || engine === 'upset' || engine === 'mermaid') {
    const venn = engine === 'vennjs' ? require('venn.js') : await import('@upsetjs/venn.js');
    layout = (c) => {
      let areas = inclusive(c);
      // Mermaid venn-beta without sizes: set 10, k-way "union" 10/k^2 (vennDB.ts addSubsetData)
      if (engine === 'mermaid') areas = areas.filter((a) => a.size > 0).map((a) => ({ sets: a.sets, size: 10 / (a.sets.length ** 2) }));
      const sol = venn.normalizeSolution(venn.venn(areas), Math.PI / 2), k = venn.scaleSolution(sol, 800, 600, 15);
      return Object.keys(k).map((s) => ({ set: s, type: 'circle', cx: k[s].x, cy: k[s].y, r: k[s].radius }));
    };
  } else {
    const log = console.log; console.log = () => {};
    const { Edeap } = await import('edeap');
    layout = (c) => {
      const e = new Edeap({ overlaps: c.zones.map((z) => ({ sets: z.sets, size: z.weight })) });
      e.optimizie({ sync: true, strategy: engine === 'edeap-sa' ? 2 : 1 });
      return e.state.contours.map((s, i) => { const p = e.state.ellipseParams[i]; return { set: s, type: 'ellipse', cx: p.X, cy: p.Y, rx: p.A, ry: p.B, rot: p.R * 180 / Math.PI }; });
    };
    process.on('exit', () => { console.log = log; });
  }
  const results = {}, names = { vennjs: 'venn.js 0.2.20', upset: '@upsetjs/venn.js 2.0.0', mermaid: 'Mermaid venn-beta defaults (@upsetjs/venn.js, sizes 10/k^2)', edeap: 'edeap 0.0.3 (hill climbing)', 'edeap-sa': 'edeap 0.0.3 (annealing)' };
  const warm = corpus.cases.slice(0, engine.startsWith('edeap') ? 3 : 40); for (const c of warm) { Math.random = rng(7); try { layout(c); } catch (e) { /* counted below */ } }
  for (const c of corpus.cases) {
    Math.random = rng(seed * 1000003 + c.id.length * 31 + c.zones.length);
    const t = process.hrtime.bigint(); let r;
    try { r = { shapes: layout(c) }; } catch (e) { r = { error: String(e && e.message || e).slice(0, 200) }; }
    r.ms = Number(process.hrtime.bigint() - t) / 1e6; results[c.id] = r;
  }
  fs.writeFileSync(outFile, JSON.stringify({ engine: names[engine], results }));
})();

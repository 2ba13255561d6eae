#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// node score.js ENGINE_OUTPUT.json [--corpus corpus.json] [--json out.json] [--fails] [--family]
'use strict';
const fs = require('fs'), path = require('path');
const { raster, areasOf, outline, bounds, contains } = require('./lib/geom');
const argv = process.argv.slice(2);
const opt = (n, d) => { const i = argv.indexOf(n); if (i < 0) return d; const v = argv[i + 1]; argv.splice(i, 2); return v; };
const flag = (n) => { const i = argv.indexOf(n); if (i < 0) return false; argv.splice(i, 1); return true; };
const corpusFile = opt('--corpus', path.join(__dirname, 'corpus.json')), jsonOut = opt('--json', null), fails = flag('--fails'), perFamily = flag('--family');
const RES = +opt('--res', 900);
const TAU = 0.001;      // a zone is "there" when it covers at least 0.1 % of the drawing
const TAU_STRICT = 0.0001;
const corpus = JSON.parse(fs.readFileSync(corpusFile)), out = JSON.parse(fs.readFileSync(argv[0]));
const byId = new Map(corpus.cases.map((c) => [c.id, c]));

function edtToBoundary(R) {               // exact squared distance (cells) to nearest boundary cell
  const { grid, W, H } = R, INF = 1e12, f = new Float64Array(W * H);
  for (let y = 0; y < H; y++) for (let x = 0; x < W; x++) {
    const p = y * W + x, g = grid[p];
    f[p] = (x === 0 || y === 0 || x === W - 1 || y === H - 1 || grid[p - 1] !== g || grid[p + 1] !== g || grid[p - W] !== g || grid[p + W] !== g) ? 0 : INF;
  }
  const n = Math.max(W, H), v = new Int32Array(n), z = new Float64Array(n + 1), d = new Float64Array(n), q = new Float64Array(n);
  const one = (len) => {
    let k = 0; v[0] = 0; z[0] = -INF; z[1] = INF;
    for (let i = 1; i < len; i++) {
      let s;
      for (;;) { const j = v[k]; s = ((q[i] + i * i) - (q[j] + j * j)) / (2 * i - 2 * j); if (s <= z[k] && k > 0) k--; else break; }
      if (s <= z[k]) { v[k] = i; z[k + 1] = INF; } else { k++; v[k] = i; z[k] = s; z[k + 1] = INF; }
    }
    k = 0;
    for (let i = 0; i < len; i++) { while (z[k + 1] < i) k++; d[i] = (i - v[k]) * (i - v[k]) + q[v[k]]; }
  };
  for (let x = 0; x < W; x++) { for (let y = 0; y < H; y++) q[y] = f[y * W + x]; one(H); for (let y = 0; y < H; y++) f[y * W + x] = d[y]; }
  for (let y = 0; y < H; y++) { for (let x = 0; x < W; x++) q[x] = f[y * W + x]; one(W); for (let x = 0; x < W; x++) f[y * W + x] = d[x]; }
  return f;
}
function components(R, minCells) {
  const { grid, W, H } = R, seen = new Uint8Array(W * H), st = new Int32Array(W * H), comp = new Map();
  for (let s = 0; s < W * H; s++) {
    if (seen[s] || !grid[s]) continue;
    const g = grid[s]; let top = 0, cnt = 0; st[top++] = s; seen[s] = 1;
    while (top) {
      const p = st[--top]; cnt++; const x = p % W;
      if (x > 0 && !seen[p - 1] && grid[p - 1] === g) { seen[p - 1] = 1; st[top++] = p - 1; }
      if (x < W - 1 && !seen[p + 1] && grid[p + 1] === g) { seen[p + 1] = 1; st[top++] = p + 1; }
      if (p >= W && !seen[p - W] && grid[p - W] === g) { seen[p - W] = 1; st[top++] = p - W; }
      if (p < W * (H - 1) && !seen[p + W] && grid[p + W] === g) { seen[p + W] = 1; st[top++] = p + W; }
    }
    if (cnt >= minCells) comp.set(g, (comp.get(g) || 0) + 1);
  }
  return comp;
}
function segDist(p, a, b) {
  const dx = b[0] - a[0], dy = b[1] - a[1], L = dx * dx + dy * dy;
  let t = L ? ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / L : 0; t = t < 0 ? 0 : t > 1 ? 1 : t;
  return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
}
function boundaryGap(s, t) {
  if (s.type === 'circle' && t.type === 'circle') { const d = Math.hypot(s.cx - t.cx, s.cy - t.cy); return Math.max(d - s.r - t.r, Math.abs(s.r - t.r) - d); }
  const a = outline(s, 180), b = outline(t, 180); let m = Infinity;
  for (const p of a) for (let i = 0; i < b.length; i++) { const d = segDist(p, b[i], b[(i + 1) % b.length]); if (d < m) m = d; }
  for (const p of b) for (let i = 0; i < a.length; i++) { const d = segDist(p, a[i], a[(i + 1) % a.length]); if (d < m) m = d; }
  return m;
}
function scoreCase(c, r) {
  const res = { id: c.id, family: c.family, n: c.n, ms: r && r.ms, proportional: c.proportional, main: c.main !== false };
  if (!r || r.error || !r.shapes || !r.shapes.length || r.shapes.some((s) => Object.values(s).some((v) => typeof v === 'number' && !isFinite(v)))) { res.error = (r && r.error) || 'no drawing'; res.correct = false; res.missing = c.zones.map((z) => z.sets.join('+')); res.unwanted = []; res.declared = !!(r && r.ok === false); return res; }
  const idx = new Map(c.sets.map((s, i) => [s, i])), shapes = r.shapes.filter((s) => idx.has(s.set)).map((s) => Object.assign({}, s, { set: idx.get(s.set), name: s.set }));
  const R = raster(shapes, RES), areas = areasOf(R); let U = 0; for (const v of areas.values()) U += v;
  const name = (m) => c.sets.filter((_, i) => m >> i & 1).join('+');
  const req = new Map(c.zones.map((z) => [z.sets.reduce((m, s) => m | 1 << idx.get(s), 0), z.weight]));
  const judge = (tau) => ({ missing: [...req.keys()].filter((m) => (areas.get(m) || 0) < tau * U), unwanted: [...areas.keys()].filter((m) => !req.has(m) && areas.get(m) >= tau * U) });
  const j = judge(TAU), js = judge(TAU_STRICT);
  res.missing = j.missing.map(name); res.unwanted = j.unwanted.map(name); res.strict = !js.missing.length && !js.unwanted.length;
  res.correct = !res.missing.length && !res.unwanted.length; res.declared = r.ok === false; res.required = req.size;
  const comp = components(R, TAU * U / (R.step * R.step)); res.split = [...req.keys()].filter((m) => (comp.get(m) || 0) > 1).map(name);
  const dt = edtToBoundary(R), inr = new Map(); for (let i = 0; i < dt.length; i++) { const g = R.grid[i]; if (g && dt[i] > (inr.get(g) || 0)) inr.set(g, dt[i]); }
  res.minInradius = Math.min(...[...req.keys()].map((m) => Math.sqrt(inr.get(m) || 0) * R.step / R.diag));
  // clearance between outlines that must not cross
  let clear = Infinity;
  for (const s of shapes) for (const t of shapes) if (s.set < t.set) {
    let ab = 0, ao = 0, bo = 0; for (const m of req.keys()) { const x = m >> s.set & 1, y = m >> t.set & 1; if (x && y) ab = 1; else if (x) ao = 1; else if (y) bo = 1; }
    if (!(ab && ao && bo)) clear = Math.min(clear, boundaryGap(s, t) / R.diag);
  }
  res.clearance = clear === Infinity ? null : clear;
  const b = bounds(shapes); res.fill = U / ((b.x1 - b.x0) * (b.y1 - b.y0)); res.aspect = (b.x1 - b.x0) / (b.y1 - b.y0);
  if (c.proportional) {
    const all = new Set([...req.keys(), ...areas.keys()]); let so = 0, sf = 0, fo = 0, oo = 0, ff = 0;
    for (const m of all) { const o = req.get(m) || 0, f = areas.get(m) || 0; so += o; sf += f; fo += f * o; oo += o * o; ff += f * f; }
    let de = 0, st = 0; const beta = fo / oo;
    for (const m of all) { const o = req.get(m) || 0, f = areas.get(m) || 0; de = Math.max(de, Math.abs(f / sf - o / so)); st += (f - beta * o) ** 2; }
    res.diagError = de; res.stress = st / ff;
  }
  if (r.labels && r.labels.length) {      // [{kind:'set'|'item'|'zone', text, zone:[...], x,y,w,h}] x,y = centre
    let bad = 0, over = 0; const L = r.labels;
    L.forEach((l) => {
      if (!l.zone || l.outside) return; const want = l.zone.reduce((m, s) => m | 1 << idx.get(s), 0); let ok = true;
      for (let u = -1; u <= 1; u += 0.25) for (const [px, py] of [[l.x + u * l.w / 2, l.y - l.h / 2], [l.x + u * l.w / 2, l.y + l.h / 2], [l.x - l.w / 2, l.y + u * l.h / 2], [l.x + l.w / 2, l.y + u * l.h / 2]]) {
        let m = 0; for (const s of shapes) if (contains(s, px, py)) m |= 1 << s.set; if (m !== want) ok = false;
      }
      if (!ok) bad++;
    });
    for (let i = 0; i < L.length; i++) for (let k = i + 1; k < L.length; k++) if (Math.abs(L[i].x - L[k].x) * 2 < L[i].w + L[k].w - 1e-9 && Math.abs(L[i].y - L[k].y) * 2 < L[i].h + L[k].h - 1e-9) over++;
    res.labels = { count: L.length, outOfZone: bad, overlaps: over, outside: L.filter((l) => l.outside).length };
  }
  return res;
}
const q = (a, p) => { if (!a.length) return NaN; const s = [...a].sort((x, y) => x - y); return s[Math.min(s.length - 1, Math.floor(p * s.length))]; };
const med = (a) => q(a, 0.5);
const rows = corpus.cases.map((c) => scoreCase(c, out.results[c.id]));
function summary(R) {
  const ok = R.filter((r) => r.correct), pr = R.filter((r) => r.diagError !== undefined), ms = R.map((r) => r.ms).filter((x) => x !== undefined && x !== null);
  return { cases: R.length, correct: ok.length, strict: R.filter((r) => r.strict).length, errors: R.filter((r) => r.error).length,
    missingZones: R.reduce((s, r) => s + r.missing.length, 0), casesMissing: R.filter((r) => r.missing.length).length, casesUnwanted: R.filter((r) => r.unwanted.length).length, unwantedZones: R.reduce((s, r) => s + r.unwanted.length, 0),
    silent: R.filter((r) => !r.correct && !r.declared).length, split: R.filter((r) => r.split && r.split.length).length,
    diagMed: med(pr.map((r) => r.diagError)), diagP95: q(pr.map((r) => r.diagError), 0.95), diag01: pr.filter((r) => r.diagError < 0.01).length, prop: pr.length, stressMed: med(pr.map((r) => r.stress)), stressP95: q(pr.map((r) => r.stress), 0.95),
    inMed: med(ok.map((r) => r.minInradius)), inP10: q(ok.map((r) => r.minInradius), 0.1), clear: ok.filter((r) => r.clearance === null || r.clearance >= 0.004).length,
    msMed: med(ms), msP95: q(ms, 0.95), msMax: ms.length ? Math.max(...ms) : NaN };
}
const main = rows.filter((r) => r.main), S = summary(main), pct = (a, b) => (100 * a / b).toFixed(1) + ' %', g = (x) => isNaN(x) ? '-' : (+x).toPrecision(3);
console.log(`engine: ${out.engine}`);
console.log(`main corpus: ${S.cases} cases`);
console.log(`  correct (zones exist iff required)  ${S.correct}  ${pct(S.correct, S.cases)}   strict ${S.strict}  ${pct(S.strict, S.cases)}`);
console.log(`  with missing zones ${S.casesMissing} (${S.missingZones} zones); with unwanted zones ${S.casesUnwanted} (${S.unwantedZones} zones); errors ${S.errors}; wrong without saying so ${S.silent}; split zones in ${S.split}`);
console.log(`  proportional ${S.prop}: diagError median ${g(S.diagMed)} p95 ${g(S.diagP95)}, < 0.01 in ${pct(S.diag01, S.prop)}; stress median ${g(S.stressMed)} p95 ${g(S.stressP95)}`);
console.log(`  correct drawings: smallest zone inradius/diagonal median ${g(S.inMed)} p10 ${g(S.inP10)}; outlines kept apart (>= 0.4 % of diagonal) in ${S.clear} = ${pct(S.clear, S.cases)} of cases`);
console.log(`  time ms: median ${g(S.msMed)} p95 ${g(S.msP95)} max ${g(S.msMax)}`);
const fams = [...new Set(rows.map((r) => r.family))], fam = {};
for (const f of fams) fam[f] = summary(rows.filter((r) => r.family === f && (f === 'edit' || true)));
console.log('  correct by family: ' + fams.map((f) => `${f} ${fam[f].correct}/${fam[f].cases}`).join(', '));
const byN = {}; for (let n = 2; n <= 8; n++) { const R = main.filter((r) => r.n === n); const s = summary(R); byN[n] = s; }
console.log('  by sets: ' + Object.entries(byN).map(([n, s]) => `${n}: ${s.correct}/${s.cases} ${g(s.msMed)} ms`).join('; '));
// edits
const mv = [];
for (const e of corpus.edits || []) {
  const a = out.results[e.from], b = out.results[e.to]; if (!a || !b || !a.shapes || !b.shapes || !a.shapes.length || !b.shapes.length) continue;
  const A = bounds(a.shapes), B = bounds(b.shapes), d = Math.hypot(A.x1 - A.x0, A.y1 - A.y0), cen = (s) => { const o = bounds([s]); return [(o.x0 + o.x1) / 2, (o.y0 + o.y1) / 2]; };
  let sum = 0, n = 0;
  for (const s of a.shapes) { const t = b.shapes.find((t) => t.set === s.set); if (!t) continue; const p = cen(s), w = cen(t); sum += Math.hypot((p[0] - (A.x0 + A.x1) / 2) - (w[0] - (B.x0 + B.x1) / 2), (p[1] - (A.y0 + A.y1) / 2) - (w[1] - (B.y0 + B.y1) / 2)) / d; n++; }
  if (n) mv.push(sum / n);
}
if (mv.length) console.log(`  small edits (${mv.length}): mean move of surviving sets / diagonal: median ${g(med(mv))} p95 ${g(q(mv, 0.95))}; jumps over 15 %: ${mv.filter((x) => x > 0.15).length}`);
const lab = rows.filter((r) => r.labels); if (lab.length) { const t = lab.reduce((s, r) => ({ c: s.c + r.labels.count, o: s.o + r.labels.outOfZone, v: s.v + r.labels.overlaps, e: s.e + r.labels.outside }), { c: 0, o: 0, v: 0, e: 0 }); console.log(`  labels: ${t.c} in ${lab.length} cases; out of their zone ${t.o}; overlapping pairs ${t.v}; placed outside with a leader ${t.e}`); }
if (perFamily) for (const f of fams) console.log('   ', f.padEnd(9), JSON.stringify(fam[f]));
if (fails) for (const r of rows) if (!r.correct) console.log(`    ${r.id}${r.declared ? ' (declared)' : ''}: ${r.error || ''} missing [${r.missing.join(', ')}] unwanted [${r.unwanted.join(', ')}]`);
if (jsonOut) fs.writeFileSync(jsonOut, JSON.stringify({ engine: out.engine, summary: S, families: fam, byN, edits: { median: med(mv), p95: q(mv, 0.95), jumps: mv.filter((x) => x > 0.15).length }, rows }));

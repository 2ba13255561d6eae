#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Writes corpus.json (what engines may read) and truth.json (a known drawing for the geometric cases;
// used only to check the scorer).  Deterministic: fixed seeds.
'use strict';
const fs = require('fs');
const { rng, raster, areasOf } = require('./lib/geom');
const NAMES = 'ABCDEFGH', OFF = +(process.env.SEED_OFFSET || 0), OUTDIR = process.env.OUT_DIR || __dirname;
fs.mkdirSync(OUTDIR, { recursive: true });
const cases = [], truth = {}, edits = [];

const keyOf = (mask) => [...NAMES].filter((_, i) => mask >> i & 1);
function push(id, family, n, zones, proportional, extra) {
  // zones: Map mask -> weight
  const zs = [...zones.entries()].sort((a, b) => a[0] - b[0]).map(([m, w]) => ({ sets: keyOf(m), weight: proportional ? Math.round(w * 1000) / 1000 : 1 }));
  cases.push(Object.assign({ id, family, n, proportional, sets: [...NAMES.slice(0, n)], zones: zs }, extra || {}));
}
const pad = (x) => String(x).padStart(2, '0');
const uni = (r, a, b) => a + (b - a) * r();

function components(R) {                   // max connected components over zones (cells > tiny)
  const { grid, W, H } = R, seen = new Uint8Array(W * H), st = new Int32Array(W * H), comp = new Map();
  for (let s = 0; s < W * H; s++) {
    if (seen[s]) continue;
    const g = grid[s]; let top = 0, cnt = 0; st[top++] = s; seen[s] = 1;
    while (top) {
      const p = st[--top]; cnt++; const x = p % W;
      if (x > 0 && !seen[p - 1] && grid[p - 1] === g) { seen[p - 1] = 1; st[top++] = p - 1; }
      if (x < W - 1 && !seen[p + 1] && grid[p + 1] === g) { seen[p + 1] = 1; st[top++] = p + 1; }
      if (p >= W && !seen[p - W] && grid[p - W] === g) { seen[p - W] = 1; st[top++] = p - W; }
      if (p < W * (H - 1) && !seen[p + W] && grid[p + W] === g) { seen[p + W] = 1; st[top++] = p + W; }
    }
    if (cnt >= 3) comp.set(g, (comp.get(g) || 0) + 1);
  }
  return comp;
}
// zones of a drawing, or null when some zone is thin, split, or too small
function zonesOf(shapes, minFrac) {
  const R = raster(shapes.map((s, i) => Object.assign({ set: i }, s)), 260), a = areasOf(R);
  let tot = 0; for (const v of a.values()) tot += v;
  for (const v of a.values()) if (v < minFrac * tot) return null;
  const c = components(R);
  for (const [, v] of c) if (v > 1) return null;          // includes holes enclosed in the outside
  const fine = areasOf(raster(shapes.map((s, i) => Object.assign({ set: i }, s)), 900));
  let t2 = 0; for (const v of fine.values()) t2 += v;
  const out = new Map();
  for (const [k, v] of fine) { if (v < minFrac * 0.8 * t2) return null; out.set(k, 100 * v / t2); }
  return out;
}
const pop = (x) => { let c = 0; while (x) { c += x & 1; x >>>= 1; } return c; };

// ---- combinatorial families -------------------------------------------------
let k = 0;
for (let n = 2; n <= 8; n++) for (let v = 0; v < 3; v++) {
  const r = rng(OFF + 1000 + n * 10 + v), z = new Map(); let m = 0;
  for (let i = 0; i < n; i++) { m |= 1 << i; z.set(m, uni(r, 1, 6)); }
  push(`chain-${n}${'abc'[v]}`, 'chain', n, z, v > 0, { drawable: 'circle' });
}
for (let n = 2; n <= 8; n++) for (let v = 0; v < 2; v++) {
  const r = rng(OFF + 2000 + n * 10 + v), z = new Map();
  for (let i = 0; i < n; i++) z.set(1 << i, uni(r, 1, 10));
  push(`sib-${n}${'ab'[v]}`, 'siblings', n, z, v > 0, { drawable: 'circle' });
}
for (let i = 0; i < 35; i++) {
  const r = rng(OFF + 3000 + i), n = 3 + i % 6, par = [], z = new Map(), anc = [];
  for (let s = 0; s < n; s++) { par[s] = (s === 0 || r() < 0.2) ? -1 : Math.floor(r() * s); anc[s] = (par[s] < 0 ? 0 : anc[par[s]]) | 1 << s; z.set(anc[s], uni(r, 1, 8)); }
  push(`laminar-${pad(i)}`, 'laminar', n, z, (i + Math.floor(i / 6)) % 2 === 1, { drawable: 'circle' });
}
for (let n = 3; n <= 8; n++) for (let v = 0; v < 3; v++) {
  const r = rng(OFF + 4000 + n * 10 + v), z = new Map();
  for (let i = 0; i < n; i++) { z.set(1 << i, uni(r, 3, 10)); if (i) z.set(1 << i | 1 << (i - 1), uni(r, 1, 4)); }
  push(`path-${n}${'abc'[v]}`, 'path', n, z, v > 0, { drawable: 'circle' });
}
// ---- geometric families (a drawing exists by construction) -------------------
function geometric(family, count, seed0, make, accept, minFrac, shape) {
  for (let i = 0; i < count; i++) {
    let r = rng(OFF + seed0 + i * 7919), z = null, sh = null, tries = 0;
    while (!z) { if (++tries > 200000) throw new Error('stuck ' + family + i); sh = make(r, i); if (!sh) continue; z = zonesOf(sh, minFrac); if (z && (z.size > 20 || !accept(z, sh, i))) z = null; }
    const id = `${family}-${pad(i)}`;
    push(id, family, sh.length, z, (i + Math.floor(i / 6)) % 2 === 1, { drawable: shape });
    truth[id] = sh;
  }
}
const circ = (cx, cy, r) => ({ type: 'circle', cx, cy, r });
const connected = (z, n) => { let m = 1, ch = true; while (ch) { ch = false; for (const k of z.keys()) if ((k & m) && (k | m) !== m) { m |= k; ch = true; } } return m === (1 << n) - 1; };
geometric('pairwise', 30, 5000, (r, i) => {
  const n = 3 + i % 6, out = [], spread = 0.55 * Math.sqrt(n) + 0.5;
  for (let s = 0; s < n; s++) out.push(circ(uni(r, -spread, spread), uni(r, -spread, spread), uni(r, 0.5, 0.9)));
  for (let a = 0; a < n; a++) for (let b = a + 1; b < n; b++) { const d = Math.hypot(out[a].cx - out[b].cx, out[a].cy - out[b].cy); if (d < Math.max(out[a].r, out[b].r) * 0.95) return null; }
  return out;
}, (z, sh) => { for (const k of z.keys()) if (pop(k) > 2) return false; return [...z.keys()].filter((k) => pop(k) === 2).length >= Math.floor(sh.length / 2); }, 0.012, 'circle');
geometric('triple', 30, 6000, (r, i) => {
  const n = 3 + i % 4, out = [], spread = 0.4 * Math.sqrt(n) + 0.35;
  for (let s = 0; s < n; s++) out.push(circ(uni(r, -spread, spread), uni(r, -spread, spread), uni(r, 0.6, 0.95)));
  return out;
}, (z, sh) => [...z.keys()].some((k) => pop(k) === 3) && connected(z, sh.length), 0.012, 'circle');
geometric('treeover', 52, 7000, (r, i) => {
  const n = 4 + i % 5, out = [], par = [], dep = [], kids = [];
  let roots = 0;
  for (let s = 0; s < n; s++) {
    let p = -1;
    if (s > 0 && r() > 0.12) { const c = []; for (let q = 0; q < s; q++) if (dep[q] < 3 && kids[q] < 4) c.push(q); if (c.length) p = c[Math.floor(r() * c.length)]; }
    par[s] = p; dep[s] = p < 0 ? 0 : dep[p] + 1; kids[s] = 0; if (p >= 0) kids[p]++;
  }
  for (let s = 0; s < n; s++) {
    const p = par[s];
    if (p < 0) { out.push(circ(uni(r, -1.6, 1.6) * (roots ? 1 : 0.2), uni(r, -1.0, 1.0) * (roots ? 1 : 0.2), uni(r, 0.8, 1.3))); roots++; }
    else { const R = out[p].r, q = R * uni(r, 0.28, kids[p] > 2 ? 0.45 : kids[p] > 1 ? 0.55 : 0.75), d = Math.sqrt(r()) * (R - q) * 0.96, t = 2 * Math.PI * r(); out.push(circ(out[p].cx + d * Math.cos(t), out[p].cy + d * Math.sin(t), q)); }
  }
  return out;
}, (z, sh) => {                              // must mix nesting and at least one crossing pair
  const n = sh.length; let nest = 0, cross = 0;
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) if (a !== b) {
    let ab = 0, ao = 0, bo = 0; for (const k of z.keys()) { const x = k >> a & 1, y = k >> b & 1; if (x && y) ab++; else if (x) ao++; else if (y) bo++; }
    if (ab && !ao && bo) nest++; if (a < b && ab && ao && bo) cross++;
  }
  return nest >= 1 && cross >= 1 && cross <= 4;
}, 0.006, 'circle');
geometric('circles', 50, 8000, (r, i) => {
  const n = 2 + i % 7, out = [], spread = 0.5 * Math.sqrt(n) + 0.35;
  for (let s = 0; s < n; s++) out.push(circ(uni(r, -spread, spread), uni(r, -spread, spread), Math.exp(uni(r, Math.log(0.3), Math.log(1.2)))));
  return out;
}, (z, sh) => z.size > sh.length || sh.length === 2, 0.008, 'circle');
geometric('ellipses', 30, 9000, (r, i) => {
  const n = 3 + i % 4, out = [], spread = 0.35 * Math.sqrt(n) + 0.3;
  for (let s = 0; s < n; s++) { const a = uni(r, 0.7, 1.2); out.push({ type: 'ellipse', cx: uni(r, -spread, spread), cy: uni(r, -spread, spread), rx: a, ry: a * uni(r, 0.4, 0.8), rot: uni(r, 0, 180) }); }
  return out;
}, (z, sh) => z.size > sh.length && connected(z, sh.length), 0.008, 'ellipse');
for (let i = 0; i < 20; i++) {               // eulerAPE-like: full Venn-2 / Venn-3 with random weights
  const r = rng(OFF + 9900 + i), n = i < 6 ? 2 : 3, z = new Map();
  for (let m = 1; m < 1 << n; m++) z.set(m, uni(r, 1, 10));
  push(`prop23-${pad(i)}`, 'prop23', n, z, true, { drawable: 'ellipse?' });
}
// ---- outside the main 300: arbitrary zone lists, often undrawable -------------
for (let i = 0; i < 20; i++) {
  const r = rng(OFF + 11000 + i), n = 3 + i % 4, z = new Map(), p = uni(r, 0.25, 0.6);
  for (let m = 1; m < 1 << n; m++) if (r() < p * (pop(m) > 2 ? 0.6 : 1)) z.set(m, uni(r, 1, 8));
  for (let s = 0; s < n; s++) if (![...z.keys()].some((k) => k >> s & 1)) z.set(1 << s, uni(r, 1, 8));
  push(`abstract-${pad(i)}`, 'abstract', n, z, false, { drawable: 'unknown', main: false });
}
// ---- semantic ------------------------------------------------------------------
for (const s of require('./semantic')) {
  const ids = Object.keys(s.sets);
  const c = { id: s.id, family: 'semantic', n: ids.length, proportional: false, sets: ids, labels: s.sets, note: s.note, drawable: s.drawable,
    zones: s.zones.map((z) => ({ sets: z.split('+').sort((a, b) => ids.indexOf(a) - ids.indexOf(b)), weight: 1 })), main: false };
  if (s.items) c.items = Object.entries(s.items).map(([label, z]) => ({ label, zone: z.split('+').sort((a, b) => ids.indexOf(a) - ids.indexOf(b)) }));
  cases.push(c);
}
// ---- edits: the same picture one small change later ------------------------------
{
  const r = rng(12345), base = cases.filter((c) => c.main !== false && c.n >= 3);
  for (let i = 0; i < 40; i++) {
    const b = base[Math.floor(r() * base.length)], e = JSON.parse(JSON.stringify(b));
    e.id = b.id + '~' + pad(i); e.main = false; e.family = 'edit';
    if (i % 2 || !b.proportional) {                     // remove the last set
      const gone = e.sets.pop(); e.n--;
      const m = new Map();
      for (const z of e.zones) { const s = z.sets.filter((x) => x !== gone); if (!s.length) continue; const q = s.join('+'); m.set(q, (m.get(q) || 0) + z.weight); }
      e.zones = [...m].map(([q, w]) => ({ sets: q.split('+'), weight: e.proportional ? Math.round(w * 1000) / 1000 : 1 })); e.change = 'remove ' + gone;
    } else { const z = e.zones[Math.floor(r() * e.zones.length)]; z.weight = Math.round(z.weight * 1.15 * 1000) / 1000; e.change = 'weight of ' + z.sets.join('+') + ' +15 %'; }
    delete e.drawable; cases.push(e); edits.push({ from: b.id, to: e.id, change: e.change });
  }
}
fs.writeFileSync(OUTDIR + '/corpus.json', JSON.stringify({ format: 'euler-corpus/1', cases, edits }, null, 0).replace(/\{"id"/g, '\n{"id"').replace('"edits"', '\n"edits"') + '\n');
fs.writeFileSync(OUTDIR + '/truth.json', JSON.stringify(truth) + '\n');
const main = cases.filter((c) => c.main !== false);
const by = {}; for (const c of cases) by[c.family] = (by[c.family] || 0) + 1;
console.log(cases.length, 'cases;', main.length, 'main,', main.filter((c) => c.proportional).length, 'of them proportional', by);

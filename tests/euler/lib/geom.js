// SPDX-License-Identifier: GPL-3.0-or-later
// Shared helpers: PRNG, scan-line rasteriser, zone bit masks. No dependencies.
'use strict';

function rng(seed) {                       // mulberry32: deterministic everywhere
  let a = seed >>> 0;
  return function () {
    a = (a + 0x6D2B79F5) >>> 0;
    let t = a;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// Outline of a shape as a polygon (n points).  Shapes (angles in degrees, y down or up: irrelevant):
//  {type:'circle', cx, cy, r}
//  {type:'ellipse', cx, cy, rx, ry, rot}
//  {type:'rect', x, y, w, h, r?, rot?}        r = corner radius, rot about the rectangle's centre
//  {type:'polygon', points:[[x,y],...]}       even-odd
function outline(s, n) {
  n = n || 256;
  const p = [];
  if (s.type === 'circle') {
    for (let i = 0; i < n; i++) { const t = 2 * Math.PI * i / n; p.push([s.cx + s.r * Math.cos(t), s.cy + s.r * Math.sin(t)]); }
  } else if (s.type === 'ellipse') {
    const c = Math.cos((s.rot || 0) * Math.PI / 180), d = Math.sin((s.rot || 0) * Math.PI / 180);
    for (let i = 0; i < n; i++) {
      const t = 2 * Math.PI * i / n, x = s.rx * Math.cos(t), y = s.ry * Math.sin(t);
      p.push([s.cx + x * c - y * d, s.cy + x * d + y * c]);
    }
  } else if (s.type === 'rect') {
    const r = Math.min(s.r || 0, s.w / 2, s.h / 2), k = Math.max(1, n >> 4);
    const cx = s.x + s.w / 2, cy = s.y + s.h / 2;
    const a = (s.rot || 0) * Math.PI / 180, c = Math.cos(a), d = Math.sin(a);
    const corners = [[s.w / 2 - r, s.h / 2 - r, 0], [-s.w / 2 + r, s.h / 2 - r, 1], [-s.w / 2 + r, -s.h / 2 + r, 2], [s.w / 2 - r, -s.h / 2 + r, 3]];
    for (const [qx, qy, q] of corners)
      for (let i = 0; i <= k; i++) {
        const t = (q + i / k) * Math.PI / 2, x = qx + r * Math.cos(t), y = qy + r * Math.sin(t);
        p.push([cx + x * c - y * d, cy + x * d + y * c]);
      }
  } else if (s.type === 'polygon') {
    for (const q of s.points) p.push([q[0], q[1]]);
  } else throw new Error('unknown shape type ' + s.type);
  return p;
}

function bounds(shapes) {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (const s of shapes) for (const [x, y] of outline(s, 128)) {
    if (x < x0) x0 = x; if (x > x1) x1 = x; if (y < y0) y0 = y; if (y > y1) y1 = y;
  }
  return { x0, y0, x1, y1 };
}

// Crossings of row y with a shape's outline -> sorted x list (exact for circle / ellipse).
function rowSpans(s, y, poly) {
  if (s.type === 'circle') {
    const d = s.r * s.r - (y - s.cy) * (y - s.cy);
    if (d <= 0) return [];
    const h = Math.sqrt(d); return [s.cx - h, s.cx + h];
  }
  if (s.type === 'ellipse') {
    const a = (s.rot || 0) * Math.PI / 180, c = Math.cos(a), d = Math.sin(a);
    const A = c * c / (s.rx * s.rx) + d * d / (s.ry * s.ry);
    const B = 2 * c * d * (1 / (s.rx * s.rx) - 1 / (s.ry * s.ry));
    const C = d * d / (s.rx * s.rx) + c * c / (s.ry * s.ry);
    const v = y - s.cy, disc = B * B * v * v - 4 * A * (C * v * v - 1);
    if (disc <= 0) return [];
    const q = Math.sqrt(disc);
    return [s.cx + (-B * v - q) / (2 * A), s.cx + (-B * v + q) / (2 * A)];
  }
  const xs = [];
  for (let i = 0, n = poly.length; i < n; i++) {
    const p = poly[i], q = poly[(i + 1) % n];
    if ((p[1] <= y) !== (q[1] <= y)) xs.push(p[0] + (y - p[1]) / (q[1] - p[1]) * (q[0] - p[0]));
  }
  return xs.sort((a, b) => a - b);
}

// Rasterise: every cell gets the bit mask of the sets that contain its centre.
// shapes: [{set:<index>, ...shape}].  A set may own several shapes (union).
function raster(shapes, res) {
  const b = bounds(shapes);
  const w0 = b.x1 - b.x0, h0 = b.y1 - b.y0, m = 0.01 * Math.max(w0, h0) + 1e-12;
  b.x0 -= m; b.y0 -= m; b.x1 += m; b.y1 += m;
  const step = Math.max(b.x1 - b.x0, b.y1 - b.y0) / res;
  const W = Math.max(1, Math.ceil((b.x1 - b.x0) / step)), H = Math.max(1, Math.ceil((b.y1 - b.y0) / step));
  const grid = new Uint32Array(W * H);
  for (const s of shapes) {
    const poly = (s.type === 'polygon' || s.type === 'rect') ? outline(s, 256) : null, bit = 1 << s.set;
    for (let j = 0; j < H; j++) {
      const y = b.y0 + (j + 0.5) * step, xs = rowSpans(s, y, poly);
      for (let k = 0; k + 1 < xs.length; k += 2) {
        const i0 = Math.max(0, Math.ceil((xs[k] - b.x0) / step - 0.5)), i1 = Math.min(W - 1, Math.floor((xs[k + 1] - b.x0) / step - 0.5));
        for (let i = i0, o = j * W; i <= i1; i++) grid[o + i] |= bit;
      }
    }
  }
  return { grid, W, H, step, x0: b.x0, y0: b.y0, diag: Math.hypot(w0, h0) };
}

function areasOf(r) {
  const m = new Map(), c = r.step * r.step;
  for (let i = 0; i < r.grid.length; i++) { const g = r.grid[i]; if (g) m.set(g, (m.get(g) || 0) + 1); }
  for (const k of m.keys()) m.set(k, m.get(k) * c);
  return m;
}

function contains(s, x, y) {
  if (s.type === 'circle') return (x - s.cx) ** 2 + (y - s.cy) ** 2 < s.r * s.r;
  if (s.type === 'ellipse') {
    const a = (s.rot || 0) * Math.PI / 180, c = Math.cos(a), d = Math.sin(a), u = x - s.cx, v = y - s.cy;
    return ((u * c + v * d) / s.rx) ** 2 + ((-u * d + v * c) / s.ry) ** 2 < 1;
  }
  const p = s._poly || (Object.defineProperty(s, '_poly', { value: outline(s, 256), enumerable: false }), s._poly);
  let inside = false;
  for (let i = 0, j = p.length - 1; i < p.length; j = i++)
    if ((p[i][1] > y) !== (p[j][1] > y) && x < (p[j][0] - p[i][0]) * (y - p[i][1]) / (p[j][1] - p[i][1]) + p[i][0]) inside = !inside;
  return inside;
}

module.exports = { rng, outline, bounds, raster, areasOf, contains };

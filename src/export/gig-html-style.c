/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-html.h"

static const char style[] =
  "*{box-sizing:border-box}"
  "body{margin:0 auto;padding:2.5rem 1.5rem 4rem;line-height:1.5;background:var(--bg);color:var(--fg);"
  "font-family:'Adwaita Sans',Cantarell,Inter,system-ui,'Helvetica Neue',Arial,sans-serif;font-size:16px;"
  "-webkit-print-color-adjust:exact;print-color-adjust:exact}"
  "body.one{max-width:46rem}body.two{max-width:76rem}"
  ".row{display:grid;grid-template-columns:1fr;column-gap:2.5rem;align-items:start}"
  ".two .row{grid-template-columns:1fr 1fr}.two .row.wide{grid-template-columns:1fr}"
  ".cell{min-width:0}"
  "h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}"
  "h2{font-size:1.6rem;line-height:1.25;margin:2.5rem 0 .5rem}"
  "h3{font-size:1.25rem;line-height:1.3;margin:2rem 0 .5rem}"
  "h4,h5,h6{font-size:1.05rem;margin:1.5rem 0 .5rem}"
  "section>.row:first-child{border-top:1px solid var(--line)}section section>.row:first-child{border-top:0}"
  "p{margin:.5rem 0}ul,ol{margin:.5rem 0;padding-left:1.4rem}li{margin:.2rem 0}li>p{margin:0}"
  ".lead{font-size:1.15rem}.meta,.kind,.footnote,figcaption{color:var(--dim)}.meta,.kind,.footnote{font-size:.875rem}"
  "a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.15em}"
  ".footnote{display:flex;gap:.5rem}.footnote p{margin:0}.footnote .number{flex:none;min-width:1.2em;text-align:right}"
  ".kind a,.kind .pill{border:1px solid var(--line);border-radius:1rem;padding:.1rem .6rem;text-decoration:none;white-space:nowrap}"
  "code{font-family:'Adwaita Mono','DejaVu Sans Mono',monospace;font-size:.9em}"
  "pre{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:.75rem 1rem;overflow-x:auto}"
  "blockquote{margin:.75rem 0;padding:0 0 0 1rem;border-left:3px solid var(--line)}"
  ".callout{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:.6rem 1rem;margin:.75rem 0}"
  ".callout>.name{font-weight:700;margin:.1rem 0}"
  "figure{margin:1.25rem 0 .5rem;border:1px solid var(--line);border-radius:1.1rem;overflow:hidden}"
  "figure svg{display:block;width:100%;height:auto}"
  ".takeaway{font-size:1.1rem;font-weight:600;margin:.5rem 0 1rem}"
  ".table{overflow-x:auto;border:1px solid var(--line);border-radius:1.1rem;margin:.75rem 0}"
  "table{border-collapse:collapse;width:100%;font-size:.85rem}"
  "th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}"
  "tr:last-child>*{border-bottom:0}thead th{color:var(--dim);font-weight:700}tbody th{font-weight:600}"
  ".right{text-align:right;font-variant-numeric:tabular-nums}.center{text-align:center}"
  "hr{border:0;border-top:1px solid var(--line);margin:1.5rem 0}img{max-width:100%}"
  ".answers{list-style:none;padding-left:0}.answers li{display:flex;gap:.6rem;align-items:baseline}"
  ".box{flex:none;display:inline-block;width:1em;height:1em;border:1.5px solid var(--fg);border-radius:.2em;transform:translateY(.12em)}"
  ".box.one{border-radius:50%}.blank{flex:none;display:inline-block;width:2.2em;border-bottom:1.5px solid var(--fg)}"
  ".write{border-bottom:1px solid var(--line);height:2.2em}"
  ".members{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0}"
  ".members li{border:1px solid var(--line);border-radius:1rem;padding:.15rem .8rem;margin:0}"
  ".question{break-inside:avoid}.right-answer{font-weight:600}"
  "sup{line-height:0}sup a{text-decoration:none}sup+sup::before{content:\",\\00202f\"}"
  "[data-untranslated]::before{content:attr(data-untranslated);font-size:.7rem;font-weight:400;vertical-align:middle;border:1px solid var(--line);border-radius:.4em;"
  "padding:0 .35em;margin-right:.4em;color:var(--dim)}"
  "@media (max-width:46rem){.two .row{grid-template-columns:1fr}}"
  "@media print{html{font-size:9.5pt}body{font-size:1rem;padding:0;max-width:none!important}.two .row{grid-template-columns:1fr 1fr}"
  ".two .row.wide{grid-template-columns:1fr}h1,h2,h3,h4{break-after:avoid}#exercises,#answers{break-before:page}figure,.callout,tr,.takeaway{break-inside:avoid}"
  ".lead{font-size:1.1rem}section>.row{break-inside:auto}"
  "a{text-decoration:none}.table{overflow:visible}table{font-size:.72rem}th,td{padding:.25rem .3rem;overflow-wrap:anywhere}}"
  "@page{size:A4;margin:16mm 14mm}";

static void
append_variable (GigHtml        *self,
                 const char     *name,
                 const GigColor *color)
{
  g_autofree char *hex = gig_color_to_hex (color);

  g_string_append_printf (self->out, "--%s:%s;", name, hex);
}

void
gig_html_style (GigHtml *self)
{
  const GigTheme *theme = self->theme;
  GigColor        veil = theme->foreground;
  GigColor        card;

  veil.alpha = 0.05f;
  card = gig_color_composite (&veil, &theme->background);
  g_string_append (self->out, "<style>:root{");
  append_variable (self, "bg", &theme->background);
  append_variable (self, "fg", &theme->foreground);
  append_variable (self, "dim", &theme->dim);
  append_variable (self, "line", &theme->pill_line);
  append_variable (self, "card", &card);
  g_string_append_printf (self->out, "color-scheme:%s}%s</style>\n", theme->dark ? "dark" : "light", style);
}

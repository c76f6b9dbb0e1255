// Bundles the scripts and the style sheet into the folder that is given, with the licences of what is in them.
import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder] = process.argv.slice(2);
const { metafile } = await build({
  entryPoints: ["site.js", "index.js", "table.js", "article.js", "style.css", "table.css"],
  outdir: folder,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  absWorkingDir: import.meta.dirname,
});

// The charts are drawn at build time, so that Plot's licence is listed although none of its code is on the site.
const bundled = Object.keys(metafile.inputs).map((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
const packages = [...new Set([...bundled.filter(Boolean), "@observablehq/plot"])].sort();
const LICENCE = ["LICENSE", "LICENSE.md", "LICENSE.txt"];
const texts = packages.map((name) => {
  const there = join(import.meta.dirname, "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(there, "package.json"), "utf8"));
  const text = LICENCE.map((file) => join(there, file)).map((file) => {
    try {
      return readFileSync(file, "utf8");
    } catch {
      return "";
    }
  });
  const found = text.find(Boolean);
  if (!found) throw new Error(`${name} has no licence file`);
  return `${name} ${version} (${license})\n\n${found.trim()}\n`;
});
writeFileSync(join(folder, "licences.txt"), texts.join(`\n${"-".repeat(72)}\n\n`));

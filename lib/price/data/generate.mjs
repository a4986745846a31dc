// Writes prices.json, the built-in price table, from the data of the npm package below. `./dev prices [VERSION]` runs it;
// without a version it makes the committed file again, byte by byte, from the version that the file names.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const PACKAGE = "@pydantic/genai-prices";
const TABLE = join(dirname(fileURLToPath(import.meta.url)), "prices.json");

const npm = (...words) => execFileSync("npm", words, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

// What npm publishes of this version: what its archive must be, and on which day it came out.
function published(version) {
  const facts = JSON.parse(npm("view", `${PACKAGE}@${version}`, "version", "dist.integrity", "license", "--json"));
  const times = JSON.parse(npm("view", PACKAGE, "time", "--json"));
  return {
    version: facts.version,
    integrity: facts["dist.integrity"],
    license: facts.license,
    date: times[facts.version].slice(0, 10),
  };
}

function unpack(folder, { version, integrity }) {
  const [{ filename }] = JSON.parse(npm("pack", `${PACKAGE}@${version}`, "--pack-destination", folder, "--json"));
  const archive = join(folder, filename);
  const found = "sha512-" + createHash("sha512").update(readFileSync(archive)).digest("base64");
  if (found !== integrity) throw new Error(`${filename} is ${found}, and ${integrity} was expected`);
  execFileSync("tar", ["-xzf", archive, "-C", folder]);
  return join(folder, "package");
}

// Floating point leaves dust (0.18000000000000002) that no provider ever published.
const clean = (number) => Number(number.toPrecision(12));

function rate(value) {
  if (typeof value === "number") return clean(value);
  return { base: clean(value.base), tiers: value.tiers.map((t) => ({ start: t.start, price: clean(t.price) })) };
}

const rates = (prices) => Object.fromEntries(Object.entries(prices).map(([unit, value]) => [unit, rate(value)]));

function model({ id, match, prices }) {
  const dated = ({ constraint, prices: rows }) => ({ ...(constraint && { constraint }), prices: rates(rows) });
  return { id, match, prices: Array.isArray(prices) ? prices.map(dated) : rates(prices) };
}

function provider({ id, name, api_pattern, fallback_model_providers, models }) {
  const head = { id, name, api_pattern, ...(fallback_model_providers && { fallback_model_providers }) };
  const lines = models.map((one) => JSON.stringify(model(one)));
  return JSON.stringify(head).slice(0, -1) + ',"models":[\n' + lines.join(",\n") + "\n]}";
}

function table(facts, notice, providers) {
  const head = {
    format: "promptctl-prices 1",
    date: facts.date,
    source: { package: PACKAGE, version: facts.version, integrity: facts.integrity, license: facts.license, notice },
  };
  return JSON.stringify(head, null, 1).slice(0, -2) + ',\n "providers": [\n' + providers.map(provider).join(",\n") + "\n]}\n";
}

const recorded = existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, "utf8")) : undefined;
const wanted = process.argv[2] ?? recorded?.source.version ?? "latest";
const facts = published(wanted);
if (recorded?.source.version === facts.version) facts.integrity = recorded.source.integrity;

const folder = mkdtempSync(join(tmpdir(), "prices-"));
try {
  const unpacked = unpack(folder, facts);
  const { waitForUpdate } = await import(pathToFileURL(join(unpacked, "dist", "index.js")));
  const providers = await waitForUpdate();  // At the start, what the package itself holds.
  writeFileSync(TABLE, table(facts, readFileSync(join(unpacked, "LICENSE"), "utf8"), providers));
  const models = providers.reduce((sum, one) => sum + one.models.length, 0);
  console.log(`${PACKAGE} ${facts.version} of ${facts.date}: ${providers.length} providers, ${models} models`);
} finally {
  rmSync(folder, { recursive: true });
}

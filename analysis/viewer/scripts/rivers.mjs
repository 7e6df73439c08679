// Write src/map/rivers.json: the rivers behind the map, from Natural Earth 1:50m (public domain),
// "Rivers + lake centerlines". Coordinates are rounded to 0.01 degree, about 1 km.
//
//   node scripts/rivers.mjs rivers.geojson
import { readFileSync, writeFileSync } from "node:fs";

const source = JSON.parse(readFileSync(process.argv[2], "utf8"));
const rounded = (line) => {
  const points = line.map((point) => point.slice(0, 2).map((value) => Math.round(value * 100) / 100));
  return points.filter((point, i) => i === 0 || String(point) !== String(points[i - 1]));
};
const rivers = source.features.map(({ properties, geometry }) => ({
  name: properties.name,
  rank: properties.scalerank,
  lines: (geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates).map(rounded),
}));
writeFileSync(new URL("../src/map/rivers.json", import.meta.url), `${JSON.stringify(rivers)}\n`);

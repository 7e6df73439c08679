/** Where the map lies on its canvas: degrees to pixels. Equal steps of latitude are equal lengths. */

/** West, south, east, north [degrees]. */
export type Box = readonly [number, number, number, number];

export class Frame {
  /** Pixels per degree of longitude and of latitude. */
  readonly scaleX: number;
  readonly scaleY: number;
  private readonly left: number;
  private readonly top: number;

  /** The whole box in the middle of the canvas, or enlarged around a place.
   *  @param width, height Of the canvas [CSS pixels].
   *  @param zoom At least 1. @param centre Longitude and latitude of the middle. */
  constructor(
    readonly box: Box,
    readonly width: number,
    readonly height: number,
    readonly zoom = 1,
    centre: readonly [number, number] | null = null,
  ) {
    const [west, south, east, north] = box;
    const narrow = Math.cos(((south + north) / 2) * (Math.PI / 180));
    const whole = Math.min(width / ((east - west) * narrow), height / (north - south));
    this.scaleY = whole * zoom;
    this.scaleX = this.scaleY * narrow;
    const [lon, lat] = centre ?? [(west + east) / 2, (south + north) / 2];
    this.left = width / 2 - lon * this.scaleX;
    this.top = height / 2 + lat * this.scaleY;
  }

  x(lon: number): number {
    return this.left + lon * this.scaleX;
  }

  y(lat: number): number {
    return this.top - lat * this.scaleY;
  }

  lon(x: number): number {
    return (x - this.left) / this.scaleX;
  }

  lat(y: number): number {
    return (this.top - y) / this.scaleY;
  }
}

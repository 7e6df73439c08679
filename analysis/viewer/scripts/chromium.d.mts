import type { Browser, Page } from "playwright-core";

export const patience: number;
export function startChromium(): Promise<Browser>;
export function openViewer(
  browser: Browser,
  page: string,
  link?: string,
  size?: { width: number; height: number },
): Promise<Page>;

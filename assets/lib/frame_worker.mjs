/** A worker that turns frames into JPEG or PNG and sends them, beside the page's own thread. */

import { request } from "./request.mjs";

const QUALITY = 0.95; // JPEG

onmessage = async ({ data: { bitmap, type, url } }) => {
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    canvas.getContext("2d", { alpha: false, willReadFrequently: true }).drawImage(bitmap, 0, 0);
    bitmap.close();
    const body = await canvas.convertToBlob({ type, quality: QUALITY });
    await request(url, { method: "PUT", body });
    postMessage({});
  } catch (error) {
    postMessage({ error: error.message });
  }
};

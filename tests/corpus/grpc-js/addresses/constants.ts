export const FILES_HOST = 'files.media.internal';
export const SIDECAR_PORT = Number(process.env.SIDECAR_PORT ?? 15001);

import { createApi } from './api';

export const api = createApi('http://api.example.com'); // ✗ require-encryption
export const sealed = createApi('https://api.example.com'); // ✓
export const configured = createApi(process.env.API_URL ?? 'http://localhost:8080'); // ✓

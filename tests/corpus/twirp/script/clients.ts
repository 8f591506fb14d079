import { client } from 'twirpscript';
import { MakeHat, MakeHatJSON } from './gen.pb';

const token = process.env.HATS_TOKEN ?? '';

client.baseURL = 'http://hats.example.com'; // ✗ no-credentials-in-clear
client.headers = { authorization: `Bearer ${token}` };

export const ours = MakeHat({ inches: 12 });
export const theirs = MakeHat({ inches: 12 }, { baseURL: 'http://partner.example.net' }); // ✗ require-encryption
export const sealed = MakeHatJSON({ inches: 12 }, { baseURL: 'https://partner.example.net', headers: { authorization: '' } }); // ✓
export const nearby = MakeHatJSON({ inches: 12 }, { baseURL: 'http://localhost:8080' }); // ✓

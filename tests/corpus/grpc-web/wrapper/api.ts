import { EchoServiceClient } from '../gen/EchoServiceClientPb';

export const createApi = (host: string) => ({ echo: new EchoServiceClient(host, null, { withCredentials: false }) });

export const forStage = (stage: 'production' | 'local') => new EchoServiceClient(stage === 'local' ? 'http://localhost:8080' : 'https://api.example.com'); // ✓

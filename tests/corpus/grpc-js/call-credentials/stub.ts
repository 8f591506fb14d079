import { credentials } from '@grpc/grpc-js';
import { NoticesClient } from '../gen/notices';

export const notices = new NoticesClient('notices.example.com:50051', credentials.createInsecure()); // ✗ require-encryption
export const secured = new NoticesClient('notices.example.com:443', credentials.createSsl());

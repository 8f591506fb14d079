const fs = require('fs');
const grpc = require('@grpc/grpc-js');
const protoLoader = require('@grpc/proto-loader');

const { credentials: creds, Metadata } = grpc;
const { inventory } = grpc.loadPackageDefinition(protoLoader.loadSync('protos/inventory.proto'));

const stock = new inventory.Stock('stock:50051', creds.createInsecure()); // ✗ require-encryption
const prices = new inventory.Prices('prices:50051', creds.createSsl(fs.readFileSync('certs/ca.pem'))); // ✓
const labels = new inventory.Labels('unix:///run/labels.sock', creds.createInsecure()); // ✓ a socket on this machine

function reserve(sku: string, quantity: number, done: (error: Error | null) => void) {
  const metadata = new Metadata();
  metadata.set('x-request-id', `reserve-${sku}`);
  stock.reserve({ sku, quantity }, metadata, { deadline: Date.now() + 1_500 }, done);
}

function reprice(sku: string, cents: number, done: (error: Error | null) => void) {
  prices.update({ sku, cents }, new Metadata(), done); // ✗ require-call-deadline by its declared type
}

function print(sku: string) {
  labels.print({ sku }, { deadline: Date.now() + 500 }, (error: Error | null) => {
    if (error) console.error('label printer is gone');
  });
}

module.exports = { reserve, reprice, print };

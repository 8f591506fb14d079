#!/bin/sh
# Throw-away certificates to run the example with: sh make-certificates.sh DIR
set -eu
dir=${1:?usage: make-certificates.sh DIR}
mkdir -p "$dir"
cd "$dir"

openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=notes example authority' -keyout ca.key -out ca.pem
for name in server client; do
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" -addext 'subjectAltName=DNS:localhost' -keyout $name.key -out $name.csr
  openssl x509 -req -days 30 -in $name.csr -CA ca.pem -CAkey ca.key -CAcreateserial -copy_extensions copy -out $name.pem
done
cp ca.pem partners.pem
cp ca.pem archive.pem
rm ./*.csr ca.key

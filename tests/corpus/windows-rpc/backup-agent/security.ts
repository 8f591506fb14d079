const QOS_SIZE = 16

export function securityQos(capabilities: number, impersonation: number): Buffer {
  const qos = Buffer.alloc(QOS_SIZE)
  qos.writeUInt32LE(1, 0)
  qos.writeUInt32LE(capabilities, 4)
  qos.writeUInt32LE(0, 8)
  qos.writeUInt32LE(impersonation, 12)
  return qos
}

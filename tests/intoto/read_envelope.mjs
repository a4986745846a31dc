// Reads a DSSE envelope from standard input by Sigstore's library, holds its payload to in-toto's Statement v1
// (github.com/in-toto/attestation/blob/main/spec/v1/statement.md), and writes what its signatures are made over.

import {envelopeFromJSON, envelopeToJSON} from '@sigstore/bundle';
import {dsse} from '@sigstore/core';
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';

const document = JSON.parse(readFileSync(0, 'utf8'));
const envelope = envelopeFromJSON(document);
assert.deepEqual(envelopeToJSON(envelope), document);
assert.equal(envelope.payloadType, 'application/vnd.in-toto+json');
assert.equal(envelope.signatures.length, 1);
assert.match(envelope.signatures[0].sig.toString(), /^-----BEGIN SSH SIGNATURE-----\n/);

const statement = JSON.parse(envelope.payload.toString('utf8'));
assert.deepEqual(Object.keys(statement).sort(), ['_type', 'predicate', 'predicateType', 'subject']);
assert.equal(statement._type, 'https://in-toto.io/Statement/v1');
assert.doesNotThrow(() => new URL(statement.predicateType));
assert.ok(Array.isArray(statement.subject) && statement.subject.length > 0);
for (const {name, digest} of statement.subject) {
  assert.equal(typeof name, 'string');
  assert.match(digest.sha256, /^[0-9a-f]{64}$/);
}
assert.equal(typeof statement.predicate, 'object');

process.stdout.write(dsse.preAuthEncoding(envelope.payloadType, envelope.payload));

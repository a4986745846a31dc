#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace promptctl {

// A signature as `ssh-keygen -Y sign` makes it (OpenSSH, PROTOCOL.sshsig). Nothing of it is true until `is_signed` says
// so.
struct Sshsig {
  std::string key;        // the signer's public key, as SSH writes it
  std::string use;        // the namespace: what the signature was made for
  std::string reserved;   // no meaning yet, and signed
  std::string hash;       // "sha256" or "sha512"
  std::string signature;  // as SSH writes it
};

// From "-----BEGIN SSH SIGNATURE-----" to the line that ends it, white space around them apart; none where the text is
// anything else.
std::optional<Sshsig> read_sshsig(std::string_view armored);

// Whether the signature's own key made it over the message: whose the key is, and what it may sign, is another
// question.
bool is_signed(const Sshsig& signature, std::string_view message);

}  // namespace promptctl

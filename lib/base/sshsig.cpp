#include "base/sshsig.hpp"

#include "base/base64.hpp"
#include "base/digest.hpp"
#include "base/ssh_fields.hpp"
#include "base/ssh_key.hpp"
#include "base/text.hpp"

namespace promptctl {
namespace {

constexpr std::string_view magic = "SSHSIG";

// The bytes between the two lines of the armor.
std::optional<std::string> armored_bytes(std::string_view armored) {
  constexpr std::string_view first = "-----BEGIN SSH SIGNATURE-----";
  constexpr std::string_view last = "-----END SSH SIGNATURE-----";
  const std::string_view text = trim(armored);
  if (text.size() < first.size() + last.size() || !text.starts_with(first) || !text.ends_with(last)) {
    return std::nullopt;
  }
  std::string digits;
  for (const char letter : text.substr(first.size(), text.size() - first.size() - last.size())) {
    if (letter != '\n' && letter != '\r') {
      digits += letter;
    }
  }
  return base64_bytes(digits);
}

template <typename Hash>
std::string digest_of(std::string_view message) {
  Hash digest;
  digest.update(message);
  return digest.bytes();
}

}  // namespace

std::optional<Sshsig> read_sshsig(std::string_view armored) {
  constexpr std::uint32_t known_version = 1;
  const auto bytes = armored_bytes(armored);
  SshFields fields(bytes ? *bytes : std::string_view());
  if (fields.bytes(magic.size()) != magic || fields.number() != known_version) {
    return std::nullopt;
  }
  const auto key = fields.string();
  const auto use = fields.string();
  const auto reserved = fields.string();
  const auto hash = fields.string();
  const auto signature = fields.string();
  if (!key || !use || !reserved || !hash || !signature || !fields.at_end()) {
    return std::nullopt;
  }
  return Sshsig{std::string(*key), std::string(*use), std::string(*reserved), std::string(*hash),
                std::string(*signature)};
}

bool is_signed(const Sshsig& signature, std::string_view message) {
  const auto key = SshKey::read(signature.key);
  if (!key || (signature.hash != "sha256" && signature.hash != "sha512")) {
    return false;
  }
  const std::string digest = signature.hash == "sha256" ? digest_of<Sha256>(message) : digest_of<Sha512>(message);
  std::string signed_bytes(magic);
  for (const std::string_view field : {std::string_view(signature.use), std::string_view(signature.reserved),
                                       std::string_view(signature.hash), std::string_view(digest)}) {
    signed_bytes += ssh_string(field);
  }
  return key->verifies(signed_bytes, signature.signature);
}

}  // namespace promptctl

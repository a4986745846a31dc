#include "base/signer.hpp"

#include <fmt/format.h>

#include "base/base64.hpp"
#include "tests/support/catch.hpp"
#include "tests/unit/base/sample_signatures.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

const auto& ed25519 = sample_signatures[0];
const auto& other = sample_signatures[1];
constexpr std::chrono::sys_seconds day{std::chrono::sys_days(std::chrono::year(2026) / 11 / 28)};

std::vector<AllowedSigner> signers_of(const std::string& text) {
  Diagnostics diagnostics;
  const auto signers = read_allowed_signers(std::make_shared<Source>("signers", text), diagnostics);
  for (const Diagnostic& fault : diagnostics.all()) {
    UNSCOPED_INFO(describe(fault));
  }
  CHECK(diagnostics.all().empty());
  return signers;
}

std::string faults_of(const std::string& text) {
  Diagnostics diagnostics;
  CHECK(read_allowed_signers(std::make_shared<Source>("signers", text), diagnostics).empty());
  std::string faults;
  for (const Diagnostic& fault : diagnostics.all()) {
    faults += fmt::format("{}:{} {}\n", fault.where.line, fault.where.column, fault.message);
  }
  return faults;
}

SignatureCheck check_with(const std::string& line, std::chrono::sys_seconds when = day) {
  return verify_sshsig(ed25519.armored, sample_message, "file", signers_of(line), when);
}

// "signer", or why it is nobody's.
std::string word_on(const SignatureCheck& check) {
  CHECK(check.is_good() == check.why_not.empty());
  return check.is_good() ? check.signer() : check.why_not;
}

std::string line(const std::string& before) {
  return fmt::format("{} {}\n", before, ed25519.key);
}

}  // namespace

TEST_CASE("signer: what ssh-keygen signed with a key of any kind is good for whoever has it") {
  for (const SampleSignature& sample : sample_signatures) {
    CAPTURE(sample.key);
    const auto signers = signers_of(fmt::format("# Us\n\nmia@x.example {} a \"comment\n", sample.key));
    const auto check = verify_sshsig(sample.armored, sample_message, "file", signers, day);
    CHECK(word_on(check) == "mia@x.example");
    CHECK(verify_sshsig(sample.armored, "A message", "file", signers, day).why_not ==
          "the signature is not of these bytes");
    CHECK(verify_sshsig(sample.armored, sample_message, "git", signers, day).why_not ==
          "the signature was made for `file`, not for `git`");
    CHECK(verify_sshsig(sample.armored, sample_message, "file", {}, day).why_not ==
          "no allowed signer has the key " + check.key);
  }
}

TEST_CASE("signer: a signature with any byte changed is good for nobody, and none that is cut short is") {
  for (const SampleSignature& sample : sample_signatures) {
    const auto signers = signers_of(fmt::format("mia@x.example {}\n", sample.key));
    const std::string whole(sample.armored);
    std::string digits;
    for (const char letter : whole.substr(30, whole.size() - 30 - 29)) {
      digits += letter == '\n' ? "" : std::string(1, letter);
    }
    const std::string bytes = base64_bytes(digits).value();
    const auto is_good = [&signers](const std::string& changed) {
      const std::string armored = "-----BEGIN SSH SIGNATURE-----\n" + base64(changed) + "\n-----END SSH SIGNATURE-----";
      return verify_sshsig(armored, sample_message, "file", signers, day).is_good();
    };
    CHECK(is_good(bytes));
    CHECK_FALSE(is_good(bytes + '\0'));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      CAPTURE(sample.key, at);
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      REQUIRE_FALSE(is_good(changed));
      REQUIRE_FALSE(is_good(bytes.substr(0, at)));
    }
  }
}

TEST_CASE("signer: text that is no signature is good for nobody") {
  const auto signers = signers_of(line("mia@x.example"));
  const std::string text = GENERATE("", "x", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----",
                                    "-----BEGIN PGP SIGNATURE-----\nAAAA\n-----END PGP SIGNATURE-----",
                                    "-----BEGIN SSH SIGNATURE-----\nU1NI U0lH\n-----END SSH SIGNATURE-----");
  CHECK(verify_sshsig(text, sample_message, "file", signers, day).why_not == "there is no SSH signature to read");
}

TEST_CASE("signer: a key is allowed for what its line says") {
  CHECK(word_on(check_with(line("a@x namespaces=\"git,fi*\""))) == "a@x");
  CHECK(word_on(check_with(line("a@x namespaces=\"*,!file\""))) == "a@x may not sign for `file`");
  CHECK(word_on(check_with(line("a@x NAMESPACES=\"git\""))) == "a@x may not sign for `file`");
  CHECK(word_on(check_with(line("a@x valid-after=\"20261128Z\",valid-before=\"20261128\""))) == "a@x");
  CHECK(word_on(check_with(line("a@x valid-after=\"20261128000001Z\""))) ==
        "the key of a@x is valid from 2026-11-28T00:00:01Z on");
  CHECK(word_on(check_with(line("a@x valid-before=\"202611272359\""))) ==
        "the key of a@x was valid until 2026-11-27T23:59:00Z");
  CHECK(word_on(check_with(line("a@x valid-before=\"20260101\"") + line("b@x"))) == "b@x");
}

TEST_CASE("signer: a name is one's by the patterns of any line with the key") {
  const auto check =
      check_with(line("\"*@x.example,!eve@x.example\"") + fmt::format("eve@x.example {}\n", other.key) + line("ci"));
  CHECK(check.is_by("mia@x.example"));
  CHECK(check.is_by("ci"));
  CHECK_FALSE(check.is_by("eve@x.example"));
  CHECK_FALSE(check.is_by("mia@x.example.org"));
  CHECK_FALSE(check.is_by(""));
}

TEST_CASE("signer: patterns are OpenSSH's") {
  CHECK(is_in_pattern_list("a*c?e", "abbbcde"));
  CHECK(is_in_pattern_list("*a*b", "xaxbab"));
  CHECK_FALSE(is_in_pattern_list("a*c", "abcd"));
  CHECK_FALSE(is_in_pattern_list("A", "a"));
  CHECK_FALSE(is_in_pattern_list("", ""));
  CHECK_FALSE(is_in_pattern_list("!a", "b"));
  CHECK_FALSE(is_in_pattern_list("*,!b", "b"));
  CHECK_FALSE(is_in_pattern_list("!b,b", "b"));
}

TEST_CASE("signer: each line with a fault is reported where it stands, and allows nobody") {
  const std::string kind(ed25519.key.substr(0, ed25519.key.find(' ')));
  const std::string key(ed25519.key.substr(kind.size() + 1));
  CHECK(faults_of("\n  mia@x\n") == "2:3 there is no key\n");
  CHECK(faults_of(line("\"\"")) == "1:1 there is no principal before the key\n");
  CHECK(faults_of(line("\"mia@x")) == "1:1 there is no principal before the key\n");
  CHECK(faults_of(line("*@x cert-authority")) == "1:1 certificate authorities are not followed: name each key\n");
  CHECK(faults_of(line("a@x namespaces=git")) ==
        "1:1 `namespaces=git` is neither a kind of key nor an option, or stands there twice\n");
  CHECK(faults_of(line("a@x valid-after=\"2026\"")) ==
        "1:1 \"2026\" is no time as YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with or without Z\n");
  CHECK(faults_of(line("a@x valid-after=\"20261301\"")).starts_with("1:1 \"20261301\" is no time"));
  CHECK(faults_of(line("a@x valid-after=\"20260101\",valid-after=\"20270101\"")).find("twice") != std::string::npos);
  CHECK(faults_of("a@x ssh-dss " + key + "\n") ==
        "1:1 `ssh-dss` is neither a kind of key nor an option, or stands there twice\n");
  CHECK(faults_of("a@x ssh-rsa " + key + "\n") == "1:1 there is no key of the kind `ssh-rsa` that can be used\n");
  CHECK(faults_of("a@x " + kind + " " + key.substr(4) + "\n") ==
        "1:1 there is no key of the kind `ssh-ed25519` that can be used\n");
}

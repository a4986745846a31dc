// Which keys AWS's own tools would take.

#include "world/system/aws_profile.hpp"

#include <fstream>

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace promptctl;           // NOLINT: tests read better so.
using namespace promptctl::testing;  // NOLINT

namespace {

using Variables = std::map<std::string, std::string>;

// "region key secret session", of a home with two profiles.
std::string taken(Variables environment) {
  const TemporaryFolder home;
  std::filesystem::create_directories(home.path() / ".aws");
  std::ofstream(home.path() / ".aws/credentials") << "[default]\naws_access_key_id = A1\naws_secret_access_key=S=1\n"
                                                     "# aws_session_token = no\n[other]\naws_access_key_id=A2\n"
                                                     "aws_secret_access_key=S2\naws_session_token=T2\n";
  std::ofstream(home.path() / ".aws/config") << "[default]\nregion = us-east-1\ns3 =\n  region = nested\n"
                                                "[profile other]\nregion=eu-west-1\n";
  environment["HOME"] = home.path().string();
  const Variables found = with_aws_profile(environment);
  std::string text;
  for (const char* name :
       {"AWS_REGION", "aws:AWS_ACCESS_KEY_ID", "aws:AWS_SECRET_ACCESS_KEY", "aws:AWS_SESSION_TOKEN"}) {
    const auto variable = found.find(name);
    text += (variable == found.end() ? "-" : variable->second) + " ";
  }
  return text;
}

}  // namespace

TEST_CASE("AWS: the profile gives what the environment does not name") {
  CHECK(taken({}) == "us-east-1 A1 S=1 - ");
  CHECK(taken({{"AWS_PROFILE", "other"}}) == "eu-west-1 A2 S2 T2 ");
  CHECK(taken({{"AWS_PROFILE", "none"}}) == "- - - - ");
  CHECK(taken({{"AWS_DEFAULT_REGION", "ap-south-1"}}) == "ap-south-1 A1 S=1 - ");
  CHECK(taken({{"AWS_REGION", "x"}, {"AWS_ACCESS_KEY_ID", "E"}, {"AWS_SECRET_ACCESS_KEY", "ES"}}) == "x E ES - ");
  CHECK(taken({{"AWS_SESSION_TOKEN", "of other keys"}}) == "us-east-1 A1 S=1 - ");
  CHECK(taken({{"AWS_PROFILE", "other"}, {"AWS_SECRET_ACCESS_KEY", "of other keys"}}) == "eu-west-1 A2 S2 T2 ");
}

TEST_CASE("AWS: a profile's keys are no variables of the environment") {
  const TemporaryFolder home;
  std::filesystem::create_directories(home.path() / ".aws");
  std::ofstream(home.path() / ".aws/credentials") << "[default]\naws_access_key_id=A\naws_secret_access_key=S\n";
  CHECK(with_aws_profile({{"HOME", home.path().string()}}).count("AWS_SECRET_ACCESS_KEY") == 0);
}

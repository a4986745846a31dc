#pragma once

#include <map>
#include <string>

namespace promptctl {

// What the AWS command line would take where the environment names no key: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and
// AWS_SESSION_TOKEN of the profile that AWS_PROFILE names ("default") in ~/.aws/credentials and ~/.aws/config, and
// AWS_REGION, from AWS_DEFAULT_REGION or there. Keys that a program or a sign-in would give are not looked for.
std::map<std::string, std::string> with_aws_profile(std::map<std::string, std::string> environment);

}  // namespace promptctl

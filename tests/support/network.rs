//! The way between a browser and the app: it can be cut, and answers can get lost on it.

use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch::{self, Receiver, Sender};
use tokio::task::JoinHandle;

/// How the way is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Open,
    /// Nothing comes through.
    Cut,
    /// What is asked arrives, and no answer comes back.
    AnswersLost,
}

/// An address that leads to the app as long as the way is open.
pub struct Network {
    /// What the browser calls: `http://127.0.0.1:…`.
    pub address: String,
    way: Sender<Way>,
    leads_to: Arc<Mutex<String>>,
    serving: JoinHandle<()>,
}

impl Network {
    /// Open, and leading to that app.
    pub async fn to(app: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let (way, seen) = watch::channel(Way::Open);
        let leads_to = Arc::new(Mutex::new(host(app)));
        let target = leads_to.clone();
        let serving = tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let target = target.lock().expect("nobody broke it").clone();
                tokio::spawn(carry(near, target, seen.clone()));
            }
        });
        Self { address, way, leads_to, serving }
    }

    pub fn is(&self, way: Way) {
        self.way.send_replace(way);
    }

    /// The app was started again elsewhere.
    pub fn lead_to(&self, app: &str) {
        *self.leads_to.lock().expect("nobody broke it") = host(app);
        // What is open leads to the one before.
        self.way.send_replace(Way::Cut);
        self.way.send_replace(Way::Open);
    }
}

impl Drop for Network {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

fn host(address: &str) -> String {
    address.trim_start_matches("http://").to_owned()
}

/// One connection, until either side ends it, or the way is another than it was.
async fn carry(mut near: TcpStream, target: String, mut seen: Receiver<Way>) {
    const CHUNK: usize = 64 * 1024;
    let way = *seen.borrow_and_update();
    let (true, Ok(mut far)) = (way != Way::Cut, TcpStream::connect(target).await) else { return };
    let (mut asked, mut answered) = (vec![0; CHUNK], vec![0; CHUNK]);
    loop {
        tokio::select! {
            n = near.read(&mut asked) => match n {
                Ok(n @ 1..) if far.write_all(&asked[..n]).await.is_ok() => {}
                _ => return,
            },
            n = far.read(&mut answered) => match n {
                Ok(n @ 1..) if way == Way::Open && near.write_all(&answered[..n]).await.is_ok() => {}
                _ => return,
            },
            _ = seen.changed() => return,
        }
    }
}
